import { saltLength } from '../entry/commitment.ts';
import type { Sha256 } from '../sha256.ts';
import { verifyInclusion } from '../tree/verify.ts';
import type { DayClosed, RowProof } from './close-day.ts';
import { byKey, type DutyKey, rowLeaves } from './duty-row.ts';

/** Whether the day was closed with this row in it, as it stands. */
export function rowIsIn(sha: Sha256, { rows, root }: DayClosed, { row, salt, index, proof }: RowProof): boolean {
  if (salt.length !== saltLength) return false;
  const leaf = rowLeaves(sha, [row], salt);
  return verifyInclusion(sha, { index, size: rows, leaf, proof, root });
}

/** Whether the day was closed without such a duty: its neighbours stand side by side, or at the end, and there is no room between. */
export function rowIsNotIn(
  sha: Sha256,
  closed: DayClosed,
  key: DutyKey,
  before: RowProof | null,
  after: RowProof | null,
): boolean {
  for (const neighbour of [before, after]) if (neighbour !== null && !rowIsIn(sha, closed, neighbour)) return false;
  if ((before === null ? -1 : before.index) + 1 !== (after === null ? closed.rows : after.index)) return false;
  return (before === null || byKey(before.row, key) < 0) && (after === null || byKey(key, after.row) < 0);
}
