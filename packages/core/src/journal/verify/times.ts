import { formatInstant, type Instant, microsPerDay } from '../../calendar/index.ts';
import { latestOf, printRecordedAt, type RecordedAt } from '../entry/entry.ts';
import { readEpochBegun } from '../entry/epoch-begun.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { OpenedCheckpoint } from './held.ts';
import { dayAt, type Scan } from './scan.ts';

/** How late an entry may be sealed after it was recorded, and how far two clocks may stand apart. */
export const defaultTolerance = 10 * 60 * 1_000_000;

/** The earliest instant an entry can have been recorded at: a civil day begins first fourteen hours east of Greenwich. */
const earliestOf = (at: RecordedAt): Instant =>
  'day' in at ? at.day * microsPerDay - 14 * 3600 * 1_000_000 : at.instant;

/**
 * Times that cannot be. An entry sealed after a checkpoint was the newest was recorded after it; one sealed before, before it. Against
 * the entries around it, only a time that goes back shows. A time made up within these bounds shows nowhere: the clock is the log's own.
 */
export function checkTimes(scan: Scan, checkpoints: readonly OpenedCheckpoint[], tolerance: Instant): Finding[] {
  const dated = checkpoints
    .flatMap(({ checkpoint: { size }, newestAt }) => (newestAt === null ? [] : [{ size, newestAt }]))
    .toSorted((a, b) => a.size - b.size);
  const until = latestAllowed(dated);
  const findings: Finding[] = [];
  // What a backup had not sealed is sealed after the entry that begins the new epoch, and is older; that entry says how many they are.
  const carried = (scan.first === null ? null : readEpochBegun(scan.first))?.carried ?? 0;
  let next = 0;
  let since = Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  let amongCarried = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < scan.recorded.count; index++) {
    const at = scan.recorded.at(index);
    for (let held = dated[next]; held !== undefined && held.size <= index; held = dated[++next]) {
      since = Math.max(since, held.newestAt);
    }
    if (at === null) continue;
    const limit = until(index);
    const found = (code: FindingCode, than: Instant): void =>
      void findings.push({
        code,
        index,
        day: dayAt(scan, index),
        detail: { recorded: printRecordedAt(at), than: formatInstant(than) },
      });
    const isCarried = index > 0 && index <= carried;
    const notBefore = isCarried ? Number.NEGATIVE_INFINITY : since;
    const neighbours = isCarried ? amongCarried : before;
    if (latestOf(at) < notBefore - tolerance) found('entry-back-dated', notBefore);
    else if (latestOf(at) < neighbours - tolerance) found('entry-out-of-order', neighbours);
    else if (earliestOf(at) > limit + tolerance) found('entry-post-dated', limit);
    if (isCarried) amongCarried = Math.max(amongCarried, earliestOf(at));
    before = Math.max(before, earliestOf(at));
  }
  return findings;
}

type Dated = { readonly size: number; readonly newestAt: Instant };

/** The time by which an entry was sealed: the earliest at which a checkpoint beyond it was held. Asked for ascending indexes. */
function latestAllowed(dated: readonly Dated[]): (index: number) => Instant {
  const least: Instant[] = [];
  for (const [n, { newestAt }] of [...dated.entries()].toReversed()) {
    least[n] = Math.min(newestAt, least[n + 1] ?? Number.POSITIVE_INFINITY);
  }
  let next = 0;
  return (index) => {
    while (next < dated.length && (dated[next]?.size ?? 0) <= index) next++;
    return least[next] ?? Number.POSITIVE_INFINITY;
  };
}
