import { sameBytes } from '../bytes/bytes.ts';
import { type EpochBegun, heldByBackup } from '../entry/epoch-begun.ts';
import { countOf, type Sha256 } from '../sha256.ts';
import { lostAfter } from './epochs.ts';
import type { Finding } from './finding.ts';
import type { OpenedCheckpoint } from './held.ts';
import { dayAt, type Scan } from './scan.ts';
import { rootsAt } from './sealed.ts';

export type History = {
  readonly findings: readonly Finding[];
  /** The checkpoints this log contains. */
  readonly good: readonly OpenedCheckpoint[];
};

/** Holds the checkpoints of this log against its leaves, the log's own apart from those kept outside. */
export function checkHistory(
  sha: Sha256,
  scan: Scan,
  leaves: Uint8Array,
  checkpoints: readonly OpenedCheckpoint[],
  next: EpochBegun | null = null,
): History {
  const end = countOf(leaves);
  const roots = rootsAt(sha, leaves, [...checkpoints.map(({ checkpoint }) => checkpoint.size), end]);
  const isIn = ({ checkpoint: { size, root } }: OpenedCheckpoint): boolean => {
    const ours = roots.get(size);
    return ours !== undefined && sameBytes(ours, root);
  };
  const good = checkpoints.filter(isIn);
  const bad = checkpoints.filter((one) => !isIn(one) && one.checkpoint.size <= end);
  const findings: Finding[] = [];
  for (const outside of [false, true]) {
    const first = least(bad.filter((one) => one.outside === outside));
    if (first !== null) findings.push(rewritten(scan, good, first));
  }
  findings.push(...twoHeads(scan, checkpoints));
  const beyond = checkpoints.filter(({ outside, checkpoint }) => outside && checkpoint.size > end);
  const farthest = beyond.reduce((most, { checkpoint }) => Math.max(most, checkpoint.size), 0);
  if (farthest > 0) {
    const told = next !== null && goesOnFrom(next, end, roots.get(end), beyond);
    findings.push({
      code: told ? 'restore-lost' : 'rolled-back',
      index: end,
      day: dayAt(scan, end),
      detail: told ? lostAfter(next, farthest) : { size: end, held: farthest },
    });
  }
  return { findings, good };
}

/**
 * Whether a restore that was announced took this log up where it ends here: it names the end itself, or a checkpoint beyond it that somebody
 * kept and says how far beyond. One that names another place explains nothing.
 */
function goesOnFrom(
  next: EpochBegun,
  end: number,
  root: Uint8Array | undefined,
  beyond: readonly OpenedCheckpoint[],
): boolean {
  const { last } = next;
  if (heldByBackup(next) !== end) return false;
  if (last.size === end) return root !== undefined && sameBytes(root, last.root);
  return beyond.every(({ checkpoint: { size, root: kept } }) => size !== last.size || sameBytes(kept, last.root));
}

/**
 * The past between the last checkpoint that still holds and the first that does not. Against an outside checkpoint that is a fork: the
 * log showed others another past. Against its own alone it was changed behind the back of whoever signs. Where a fork begins only outside
 * checkpoints can say: whoever rewrites history signs its own anew.
 */
function rewritten(
  scan: Scan,
  good: readonly OpenedCheckpoint[],
  { checkpoint: { size }, outside }: OpenedCheckpoint,
): Finding {
  const believed = good.filter((one) => one.checkpoint.size < size && (one.outside || !outside));
  const from = believed.reduce((most, { checkpoint }) => Math.max(most, checkpoint.size), 0);
  return {
    code: outside ? 'history-forked' : 'history-changed',
    index: from,
    day: dayAt(scan, from),
    detail: { from, until: size, untilDay: dayAt(scan, size - 1) ?? '' },
  };
}

/** Two signed heads of one size: proof by themselves, whatever entries are shown. */
function twoHeads(scan: Scan, checkpoints: readonly OpenedCheckpoint[]): Finding[] {
  const roots = new Map<number, Uint8Array>();
  for (const { checkpoint } of checkpoints.toSorted((a, b) => a.checkpoint.size - b.checkpoint.size)) {
    const { size, root } = checkpoint;
    const other = roots.get(size);
    if (other !== undefined && !sameBytes(other, root)) {
      return [{ code: 'two-heads', index: Math.max(size - 1, 0), day: dayAt(scan, size - 1), detail: { size } }];
    }
    roots.set(size, root);
  }
  return [];
}

const least = (checkpoints: readonly OpenedCheckpoint[]): OpenedCheckpoint | null =>
  checkpoints.reduce<OpenedCheckpoint | null>(
    (first, one) => (first === null || one.checkpoint.size < first.checkpoint.size ? one : first),
    null,
  );
