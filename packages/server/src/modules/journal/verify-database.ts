import type { Instant } from '@sallyport/core/calendar';
import {
  type Finding,
  type FindingKind,
  type Held,
  kindOf,
  type Verified,
  type VerifierKey,
  verifyLog,
  wordsOf,
} from '@sallyport/core/journal';
import { verifyEd25519 } from '../../platform/signing/ed25519.ts';
import { type BesideFinding, checkBeside, wordsOfBeside } from './check-beside.ts';
import { type JournalParts, logSigner, originOf, sha } from './log.ts';
import { readEpochs, readLog } from './read-log.ts';

/** What somebody kept of our logs, and the witnesses whose cosignatures count. */
export type Outside = {
  readonly held: readonly { readonly note: string; readonly newestAt: Instant | null }[];
  readonly witnesses: readonly VerifierKey[];
};

export const nothingOutside: Outside = { held: [], witnesses: [] };

export type SaidFinding = {
  readonly code: Finding['code'] | BesideFinding['code'];
  readonly kind: FindingKind;
  readonly index: number | null;
  readonly zh: string;
  readonly en: string;
};

export type LogReport = {
  readonly origin: string;
  readonly entries: number;
  /** Entries under the newest checkpoint of the log's own that these entries give. */
  readonly head: number | null;
  readonly findings: readonly SaidFinding[];
  readonly left: number;
};

/** Whether a log is not what it was; what was announced and what nobody can know is told and is no fault. */
export const isBroken = ({ findings }: Pick<LogReport, 'findings'>): boolean =>
  findings.some(({ kind }) => kind === 'broken');

const said = (finding: Finding): SaidFinding => ({
  code: finding.code,
  kind: kindOf(finding.code),
  index: finding.index,
  ...wordsOf(finding),
});

export const reportOf = (origin: string, { entries, head, findings, left }: Verified): LogReport => ({
  origin,
  entries,
  head,
  findings: findings.map(said),
  left,
});

/** Computes every epoch of an organisation's log anew from the database, and holds values and search columns against it. */
export async function verifyDatabase(
  parts: Pick<JournalParts, 'database' | 'installation' | 'key'>,
  org: string,
  { held, witnesses }: Outside,
): Promise<LogReport[]> {
  return parts.database.inOrganisation(org, async (tx) => {
    const epochs = await readEpochs(tx);
    const reports: LogReport[] = [];
    for (const epoch of epochs.length === 0 ? [1] : epochs) {
      const origin = originOf(parts, org, epoch);
      const { entries, tiles, checkpoints } = await readLog(tx, epoch);
      if (entries.length === 0 && checkpoints.length === 0 && held.length === 0) continue;
      const own = checkpoints.map(({ note }): Held => ({ note, outside: false, newestAt: null }));
      const log = epochs
        .concat(epoch, Math.max(epoch, ...epochs) + 1)
        .map((each) => logSigner(parts, originOf(parts, org, each)).key);
      const outside = held.map((one): Held => ({ ...one, outside: true }));
      const verified = verifyLog(sha, verifyEd25519, {
        origin,
        keys: { log: [...new Set(log)], witnesses },
        entries,
        tiles,
        held: [...own, ...outside.filter(({ note }) => concerns(note, epoch, epochs))],
      });
      reports.push(reportOf(origin, verified));
    }
    const beside = await checkBeside(tx);
    const [first, ...rest] = reports.toReversed();
    if (first === undefined || beside.length === 0) return reports;
    // What lies beside the entries belongs to no epoch: it is told with the one that goes on.
    const all = [...first.findings, ...beside.map(wordsOfBeside)];
    return [...rest.toReversed(), { ...first, findings: all }];
  });
}

/** A later epoch's checkpoint says nothing against an epoch that was followed by it here. */
function concerns(note: string, epoch: number, epochs: readonly number[]): boolean {
  const of = Number(/\/([0-9]+)$/.exec(note.split('\n', 1)[0] ?? '')?.[1]);
  return !(of > epoch && epochs.includes(of));
}
