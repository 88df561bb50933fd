import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { epochReasons } from '@sallyport/core/journal';
import {
  heldNotOurs,
  inspectBackup,
  type RestoreSource,
  refuseUsedFolder,
  restoreFiles,
  restoreRows,
} from './backup/restore.ts';
import { makeDataFolder } from './data-folder.ts';
import { databaseFolder } from './database-folder.ts';
import { allOurs, type EpochStart } from './modules/journal/index.ts';
import { readCalendars } from './modules/law/index.ts';
import { type ErasureLog, replayErasureLog } from './modules/privacy/index.ts';
import { open } from './open.ts';
import { machineAccount } from './platform/actions/machine.ts';
import type { Config } from './platform/config/config.ts';
import { startEmbedded } from './platform/database/embedded.ts';
import { readMigrations } from './platform/database/migrate.ts';
import { prepareDatabase } from './platform/database/prepare.ts';
import type { Counts } from './platform/dump/write-tables.ts';
import { createIds } from './platform/ids/ids.ts';
import { openSecrets } from './platform/secrets/secrets.ts';

export type Restored = {
  readonly madeAt: string;
  readonly counts: Counts;
  /** Facts the backup had brought back and that were erased again; null where no log of erasures was there to say which. */
  readonly erasedAgain: number | null;
};

export type RestoreReason = EpochStart['reason'];
export const restoreReasons: readonly RestoreReason[] = epochReasons;

export type RestoreOptions = RestoreSource & {
  readonly reason: RestoreReason;
  /** In the words of whoever decided it; kept with the first entry of the new log. */
  readonly words: string;
  /** The log of what was erased, which lies outside every backup; null: the one beside the folder the backup lies in, if there is one. */
  readonly erasures: string | null;
  /** Checkpoints that were kept where the disk that is gone could not take them along: they say how far the log had come. */
  readonly held?: readonly string[];
};

/** A backup lies in `backups` of its data folder, and the log of erasures in the data folder itself. */
const erasuresBeside = ({ file, erasures }: Pick<RestoreOptions, 'file' | 'erasures'>): string | null => {
  const beside = join(dirname(file), '..', 'erasures.log');
  return erasures ?? (existsSync(beside) ? beside : null);
};

/**
 * Makes an installation of a backup in an empty data folder: secrets and files, the schema as the backup had it, then its rows, held to the
 * numbers the backup names; and a new epoch of every log, whose first entry says from where it goes on, why, and that the rest is lost.
 * Whoever was erased since the backup is erased again before anybody can look.
 */
export async function restore(config: Config, source: RestoreOptions): Promise<Restored> {
  refuseUsedFolder(config.data);
  const { header } = await inspectBackup(source);
  try {
    makeDataFolder(config.data);
    await restoreFiles(config.data, source);
    const erasures = erasuresBeside(source);
    if (erasures !== null) copyFileSync(erasures, join(config.data, 'erasures.log'));
    const ids = createIds({ now: Date.now });
    const secrets = await openSecrets({ data: config.data, backupRecipient: config.backupRecipient, ids });
    const signs = { installation: secrets.installationId, key: secrets.journalKey };
    if (!allOurs(signs, source.held ?? [])) throw heldNotOurs();
    const server = config.database === null ? await startEmbedded({ folder: databaseFolder(config.data) }) : null;
    let counts: Counts;
    try {
      const owner = server?.connection ?? config.database?.url ?? '';
      await prepareDatabase({
        owner,
        password: secrets.databasePassword,
        calendars: readCalendars(),
        app: config.database?.appUrl ?? undefined,
        migrations: readMigrations().filter(({ number }) => number <= header.migration),
      });
      counts = await restoreRows(owner, source);
    } finally {
      await server?.stop();
    }
    const erasedAgain = await takeUp(config, source, erasures !== null);
    return { madeAt: header.madeAt, counts, erasedAgain };
  } catch (error) {
    // Half a restored installation would start as if it were a whole one.
    rmSync(config.data, { recursive: true, force: true });
    throw error;
  }
}

/** What was journaled after the backup is gone; how much it was only a checkpoint that somebody kept can say. */
async function takeUp(
  config: Config,
  { reason, words, held = [] }: RestoreOptions,
  erases: boolean,
): Promise<number | null> {
  const opened = await open(config);
  const { database, journal, runNamed, erasures } = opened;
  try {
    const logs = await journal.logs();
    for (const org of logs)
      await database.inOrganisation(org, (tx) =>
        journal.beginEpoch(tx, { last: journal.newestHeld(org, held), reason, account: machineAccount, words }),
      );
    const erased = erases ? await replayErasureLog({ log: only(erasures, new Set(logs)), run: runNamed }) : null;
    for (const org of logs) await journal.sealer.sealAll(org);
    return erased;
  } finally {
    await opened.close();
  }
}

/** An organisation that was opened after the backup is not in it. */
const only = (log: ErasureLog, orgs: ReadonlySet<string>): ErasureLog => ({
  ...log,
  async *read() {
    for await (const line of log.read()) if (orgs.has(line.org)) yield line;
  },
});
