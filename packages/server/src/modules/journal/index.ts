import { formatDay } from '@sallyport/core/calendar';
import type { Json, VerifierKey } from '@sallyport/core/journal';
import type { Room } from '../../platform/actions/implement.ts';
import type { JournalPort } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Reached } from '../../platform/steps/steps.ts';
import { appendDrafts } from './append.ts';
import { deleteContexts } from './append-store.ts';
import { askWitness } from './ask-witness.ts';
import { implementClosedDays } from './closed-days.ts';
import { type Asked, collectCosignatures, type Witness } from './collect.ts';
import { beginEpoch, type EpochStart } from './epoch.ts';
import { type Exported, type ExportedFile, exportLogs } from './export.ts';
import { implementExport } from './export-action.ts';
import { closeBatches, type Filed, type FilingShape, fileInto } from './filings.ts';
import { type JournalParts, originOf } from './log.ts';
import { newestHeld } from './newest-held.ts';
import { journalQueries } from './queries.ts';
import type { LogReport, Outside, Progress } from './report.ts';
import { sealLag } from './seal-lag.ts';
import { readHead } from './seal-store.ts';
import { createSealer, everyLog, type Sealer } from './sealer.ts';
import { type TakenIn, takeIn } from './take-in.ts';
import { verifyDatabase } from './verify-database.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { journalTables } from './columns.ts';
export type { EpochStart } from './epoch.ts';
export { eraseValuesOfPersons, eraseValuesOfSubjects } from './erase-store.ts';
export { writeInto } from './export.ts';
export type { Filed } from './filings.ts';
export { journalJobs } from './jobs.ts';
export { originsOfNoLog, witnessKey } from './keys-of.ts';
export { allOurs } from './newest-held.ts';
export { isBroken, type LogReport, nothingOutside, type Outside } from './report.ts';
export { exportedLogs, verifyFolder } from './verify-folder.ts';

export type Journal = {
  readonly port: JournalPort;
  readonly room: Room;
  readonly sealer: Sealer;
  /** The organisations that have a log, the installation's own among them. */
  logs(this: void): Promise<string[]>;
  /** Seconds for which the oldest entry of any log has waited for a signed checkpoint. */
  sealLag(this: void): Promise<number>;
  /** Where an organisation's log stands, to be printed on what leaves the house; null where nothing is in it yet. */
  head(
    this: void,
    tx: Transaction,
  ): Promise<{ readonly origin: string; readonly size: number; readonly root: string } | null>;
  /** Recomputes an organisation's logs, one report an epoch. */
  verify(this: void, org: string, outside: Outside, progress?: Progress): Promise<LogReport[]>;
  /** Hands out an organisation's logs as files, a folder an epoch. */
  export(this: void, org: string, write: (file: ExportedFile) => Promise<void> | void): Promise<Exported[]>;
  /** Asks witnesses to cosign a log's newest checkpoint and keeps what they signed. */
  collect(this: void, org: string, witnesses: readonly Witness[]): Promise<Asked[]>;
  /** What is journaled without whoever did it and when: waits for its batch (PEOPLE.md, first section). */
  readonly filings: {
    file(this: void, tx: Transaction, shape: FilingShape, values: Readonly<Record<string, Json>>): Promise<Filed>;
    /** Closes the batches whose hour has come; how many entries came of it, cover among them. */
    close(this: void, tx: Transaction, shape: FilingShape): Promise<number>;
  };
  /** Takes in what a witness cosigned of a checkpoint that was carried to it; null where the checkpoint is of another log. */
  takeIn(this: void, org: string, note: string, witnesses: readonly VerifierKey[]): Promise<TakenIn | null>;
  /** Takes away from where staff signed in more than 90 days ago: a nightly job. */
  forgetContexts(this: void, org: string): Promise<number>;
  /** The newest checkpoint of an organisation's log among those that somebody kept and we signed. */
  newestHeld(this: void, org: string, notes: readonly string[]): EpochStart['last'];
  /** Begins a new log after a restore, in the transaction that ends it. */
  beginEpoch(
    this: void,
    tx: Transaction,
    start: EpochStart,
  ): Promise<{ readonly origin: string; readonly checkpoint: string }>;
};

/** PEOPLE.md, first section. */
const keepContextDays = 90;

type Parts = JournalParts & { readonly recordFault: (error: unknown) => void; readonly reached?: Reached | undefined };

export function createJournal(parts: Parts): Journal {
  const seal = { ...parts, edges: new Map() };
  const sealer = createSealer({ ...parts, seal });
  return {
    port: {
      async append(tx, drafts) {
        await appendDrafts(tx, drafts, parts);
        sealer.wake(tx.org);
      },
    },
    room: {
      actions: [implementExport],
      queries: [...journalQueries(parts), implementClosedDays()],
      words: { zh, en },
    },
    sealer,
    logs: () => everyLog(parts.database),
    sealLag: () => sealLag(parts),
    async head(tx) {
      const found = await readHead(tx);
      if (found === null) return null;
      const root = Buffer.from(found.root).toString('base64');
      return { origin: originOf(parts, tx.org, found.epoch), size: found.size, root };
    },
    verify: (org, outside, progress) => verifyDatabase(parts, org, outside, progress),
    export: (org, write) => exportLogs(parts, org, write),
    collect: (org, witnesses) => collectCosignatures({ database: parts.database, ask: askWitness }, org, witnesses),
    filings: {
      file: (tx, shape, values) => fileInto(tx, parts, shape, values),
      async close(tx, shape) {
        const entries = await closeBatches(tx, parts, shape);
        if (entries > 0) sealer.wake(tx.org);
        return entries;
      },
    },
    takeIn: (org, note, witnesses) => takeIn(parts, org, note, witnesses),
    forgetContexts: (org) => {
      const before = formatDay(parts.dayOf(parts.clock.now()) - keepContextDays);
      return parts.database.inOrganisation(org, (tx) => deleteContexts(tx, before));
    },
    newestHeld: (org, notes) => newestHeld(parts, org, notes),
    beginEpoch: (tx, start) => beginEpoch(tx, seal, start),
  };
}
