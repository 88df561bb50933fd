import { sameBytes } from '../bytes/bytes.ts';
import { dayOfRecord } from '../entry/entry.ts';
import { type EpochBegun, heldByBackup, readEpochBegun } from '../entry/epoch-begun.ts';
import { parseOrigin } from '../note/checkpoint.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { OpenedCheckpoint } from './held.ts';
import type { Scan } from './scan.ts';

/**
 * Restores. One that is announced stands in the first entry of the new epoch and is told as what it is; what it says is held against the
 * checkpoints of the epoch before that others kept. One that is not announced is a rollback, told elsewhere.
 */
export function checkEpochs(scan: Scan, origin: string, others: readonly OpenedCheckpoint[]): Finding[] {
  const own = parseOrigin(origin);
  const { first } = scan;
  const begun = first === null ? null : readEpochBegun(first);
  const day = first === null ? null : dayOfRecord(first.at);
  const findings: Finding[] = [];
  const found = (code: FindingCode, detail: Finding['detail']): void =>
    void findings.push({ code, index: 0, day, detail });
  if (own !== null && own.epoch > 1) {
    if (begun === null || !isBefore(begun.last.origin, origin)) found('epoch-unannounced', { epoch: own.epoch });
    else found('restored', announced(begun, first?.actor ?? ''));
  }
  for (const { checkpoint } of others) {
    const { size, root } = checkpoint;
    if (isBefore(origin, checkpoint.origin)) found('epoch-rolled-back', { origin: checkpoint.origin });
    else if (!isBefore(checkpoint.origin, origin)) found('checkpoint-of-another-log', { origin: checkpoint.origin });
    else if (begun === null || begun.last.origin !== checkpoint.origin)
      found('old-epoch-not-here', { origin: checkpoint.origin });
    else if (size > begun.last.size && begun.lost === 0)
      found('restore-understated', { size: begun.last.size, held: size });
    else if (size > begun.last.size) found('restore-lost', lostAfter(begun, size));
    else if (size < begun.last.size) found('old-epoch-not-here', { origin: checkpoint.origin });
    else if (!sameBytes(root, begun.last.root)) found('restore-contradicted', { size });
  }
  return findings;
}

/** Whether one origin names an earlier epoch of the other's log. */
function isBefore(earlier: string, later: string): boolean {
  const a = parseOrigin(earlier);
  const b = parseOrigin(later);
  return a !== null && b !== null && a.log === b.log && a.epoch < b.epoch;
}

/** What a checkpoint kept outside says was lost: entries of the epoch before that came after the backup. */
export function lostAfter(begun: EpochBegun, held: number): Finding['detail'] {
  const from = heldByBackup(begun);
  return { origin: begun.last.origin, from, held, count: held - from };
}

const announced = ({ last, reason, lost, carried }: EpochBegun, actor: string): Finding['detail'] => ({
  origin: last.origin,
  from: heldByBackup({ last, lost }),
  reason,
  actor,
  ...(lost === null ? {} : { lost }),
  ...(carried === 0 ? {} : { carried }),
});
