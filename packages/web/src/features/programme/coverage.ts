import { type Status, statuses } from '@sallyport/core/law';
import type { summarizeDuties } from '@sallyport/server/contracts/duties';
import type { z } from 'zod';

export type Instrument = z.output<(typeof summarizeDuties)['output']>['instruments'][number];

/** What was owed: all but what is still to come, was waived, or no longer applies. */
const owing: readonly Status[] = ['met', 'late', 'overdue', 'missed', 'review', 'breached', 'unclear'];

/** The share of what was owed that is done, from 0 to 1; null where nothing was owed. */
export function shareOf(counts: Readonly<Partial<Record<Status, number>>>): number | null {
  const sum = (of: readonly Status[]): number => of.reduce((total, status) => total + (counts[status] ?? 0), 0);
  const owed = sum(owing);
  return owed === 0 ? null : sum(['met', 'late']) / owed;
}

/** Down, so that 99.6 % does not read as done. */
export const percentText = (share: number): string => `${Math.floor(share * 100)}%`;

/** The counts of several instruments together; one that holds a number back is left out whole, or it would come out by subtraction. */
export function together(instruments: readonly Instrument[]): Partial<Record<Status, number>> {
  const shown = instruments.filter(({ byStatus }) => statuses.every((status) => byStatus[status] !== null));
  return Object.fromEntries(
    statuses.map((status) => [status, shown.reduce((total, { byStatus }) => total + (byStatus[status] ?? 0), 0)]),
  );
}
