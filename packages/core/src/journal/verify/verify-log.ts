import type { Instant } from '../../calendar/index.ts';
import { sameBytes } from '../bytes/bytes.ts';
import type { EpochBegun } from '../entry/epoch-begun.ts';
import type { VerifierKey, VerifyEd25519 } from '../note/key.ts';
import { countOf, hashLength, type Sha256 } from '../sha256.ts';
import { compareLeaves } from './compare-leaves.ts';
import { checkEpochs } from './epochs.ts';
import type { Finding, FindingCode } from './finding.ts';
import { type Held, type OpenedCheckpoint, openHeld } from './held.ts';
import { checkHistory } from './history.ts';
import type { Pages } from './pages.ts';
import { dayAt, type Scan, scanEntries } from './scan.ts';
import { checkTiles, leavesInTiles, rootsAt, type TilesReader } from './sealed.ts';
import { checkTimes, defaultTolerance } from './times.ts';

/** A whole log as someone hands it over: from the database, or as files. */
export type LogToVerify = {
  readonly origin: string;
  readonly keys: { readonly log: readonly VerifierKey[]; readonly witnesses: readonly VerifierKey[] };
  /** All sealed entries in their order; null for one that is not there. */
  readonly entries: Pages<Uint8Array | null>;
  readonly tiles: TilesReader | null;
  /** The log's own checkpoints, and all that were kept outside. */
  readonly held: Pages<Held>;
  readonly tolerance?: Instant;
  /** What the epoch that goes on from this one announces; null where none does, or it is not verified along with it. */
  readonly next?: EpochBegun | null;
};

export type Verified = {
  readonly entries: number;
  /** The greatest of the log's own checkpoints that these entries give. */
  readonly head: number | null;
  readonly findings: readonly Finding[];
  /** Findings of one code beyond the first hundred, which are counted and not listed. */
  readonly left: number;
};

const mostOfACode = 100;

/** Computes everything anew and says what is wrong, what was announced, and what cannot be known. */
export async function verifyLog(sha: Sha256, verify: VerifyEd25519, log: LogToVerify): Promise<Verified> {
  const scan = await scanEntries(sha, log.entries);
  const { opened, findings: unopened } = await openHeld(verify, log.keys, log.held);
  const ours = opened.filter(({ checkpoint }) => checkpoint.origin === log.origin);
  const others = opened.filter(({ checkpoint }) => checkpoint.origin !== log.origin);
  const head = newest(ours.filter(({ own }) => own));
  const { leaves, findings: ofEntries } = await sealedLeaves(sha, scan, head, log.tiles);
  const { good, findings: ofHistory } = checkHistory(
    sha,
    scan,
    leaves,
    ours,
    log.next?.last.origin === log.origin ? log.next : null,
  );
  const times = inPlace(scan, ofEntries) ? checkTimes(scan, good, log.tolerance ?? defaultTolerance) : [];
  const all = [
    ...unopened,
    ...scan.malformed.map((index) => about(scan, 'entry-malformed', index)),
    ...ofEntries,
    ...ofHistory,
    ...times,
    ...checkEpochs(scan, log.origin, others),
    ...unknowable(scan, good),
  ];
  const findings = firstOfEach(all);
  return {
    entries: scan.recorded.count,
    head: newest(good.filter(({ own }) => own))?.checkpoint.size ?? null,
    findings,
    left: all.length - findings.length,
  };
}

/**
 * The leaves the log sealed: those of the entries, where they give the head; else those of the tiles, where these do, and then it can be
 * said what was done to which entry. Where neither does, the entries stand and the checkpoints say how far.
 */
async function sealedLeaves(
  sha: Sha256,
  scan: Scan,
  head: OpenedCheckpoint | null,
  tiles: TilesReader | null,
): Promise<{ readonly leaves: Uint8Array; readonly findings: readonly Finding[] }> {
  const count = scan.recorded.count;
  if (head === null)
    return { leaves: scan.leaves, findings: [about(scan, 'no-own-checkpoint', null), ...absent(scan)] };
  const { size } = head.checkpoint;
  const against = async (leaves: Uint8Array) => (tiles === null ? [] : checkTiles(sha, tiles, leaves));
  if (gives(sha, scan.leaves, head)) {
    const past = count > size ? [about(scan, 'entries-past-head', size, { size, count })] : [];
    const wrong = await against(scan.leaves.subarray(0, size * hashLength));
    return { leaves: scan.leaves, findings: [...past, ...wrong] };
  }
  const inTiles = tiles === null ? null : await leavesInTiles(tiles, size);
  if (inTiles !== null && gives(sha, inTiles, head)) {
    return { leaves: inTiles, findings: [...compareLeaves(scan, inTiles), ...(await against(inTiles))] };
  }
  const fewer = count < size ? [about(scan, 'entries-fewer', count, { size, count })] : [];
  const wrong = await against(scan.leaves);
  return { leaves: scan.leaves, findings: [...fewer, ...absent(scan), ...wrong] };
}

function gives(sha: Sha256, leaves: Uint8Array, { checkpoint: { size, root } }: OpenedCheckpoint): boolean {
  const ours = countOf(leaves) < size ? undefined : rootsAt(sha, leaves, [size]).get(size);
  return ours !== undefined && sameBytes(ours, root);
}

/** Times are held against places: where entries were moved or are gone without a gap, the places are not theirs. */
const inPlace = (scan: Scan, findings: readonly Finding[]): boolean =>
  findings.every(
    ({ code }) =>
      code !== 'entries-swapped' && code !== 'entry-added' && (code !== 'entry-dropped' || scan.missing.length > 0),
  );

function firstOfEach(findings: readonly Finding[]): Finding[] {
  const seen = new Map<FindingCode, number>();
  return findings.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= mostOfACode;
  });
}

/** What the best verification cannot say from what was given. */
function unknowable(scan: Scan, good: readonly OpenedCheckpoint[]): Finding[] {
  const findings: Finding[] = [];
  const outside = newest(good.filter((one) => one.outside));
  if (outside === null) findings.push(about(scan, 'no-outside-checkpoint', null));
  else if (outside.checkpoint.size < scan.recorded.count) {
    findings.push(about(scan, 'after-outside-checkpoint', outside.checkpoint.size));
  }
  if (!good.some(({ newestAt }) => newestAt !== null)) findings.push(about(scan, 'no-dated-checkpoint', null));
  return findings;
}

const absent = (scan: Scan): Finding[] => scan.missing.map((index) => about(scan, 'entry-dropped', index));

const newest = (checkpoints: readonly OpenedCheckpoint[]): OpenedCheckpoint | null =>
  checkpoints.reduce<OpenedCheckpoint | null>(
    (last, one) => (last === null || one.checkpoint.size > last.checkpoint.size ? one : last),
    null,
  );

const about = (scan: Scan, code: FindingCode, index: number | null, detail: Finding['detail'] = {}): Finding => ({
  code,
  index,
  day: index === null ? null : dayAt(scan, index),
  detail,
});
