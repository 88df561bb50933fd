import type { Status } from '@sallyport/core/law';
import type { summarizeDuties } from '@sallyport/server/contracts/duties';
import type { z } from 'zod';

export type Instrument = z.output<(typeof summarizeDuties)['output']>['instruments'][number];

/** What was owed: all but what is still to come, was waived, or no longer applies. */
const owing: readonly Status[] = ['met', 'late', 'overdue', 'missed', 'review', 'breached', 'unclear'];

/** Down, so that 99.6 % does not read as done. */
export const percentText = (share: number): string => `${Math.floor(share * 100)}%`;

/** What stands outside of every ratio. */
const aside: readonly Status[] = ['pending', 'waived', 'void'];

type Counts = Partial<Record<Status, number>>;

/**
 * The instruments whose sums are shown, taken together: what was owed by status, which is the whole of the ratio above it, and what stands
 * beside it. One that holds a number back is left out whole, or it would come out by subtraction.
 */
export function together(instruments: readonly Instrument[]): { readonly owed: Counts; readonly aside: Counts } {
  const shown = instruments.filter(({ owed, settled }) => owed !== null && settled !== null);
  const count = (of: readonly Status[]): Counts =>
    Object.fromEntries(
      of.flatMap((status) => {
        const each = shown.map(({ byStatus }) => byStatus[status] ?? 0);
        const isHeldBack = shown.some(({ byStatus }) => byStatus[status] === null);
        return isHeldBack ? [] : [[status, each.reduce((total, one) => total + one, 0)]];
      }),
    );
  return { owed: count(owing), aside: count(aside) };
}

/** What is done of what was owed on a day, with both numbers. */
export function ratioOf(counts: Readonly<Counts>): { readonly settled: number; readonly owed: number } {
  const sum = (of: readonly Status[]): number => of.reduce((total, status) => total + (counts[status] ?? 0), 0);
  return { settled: sum(['met', 'late']), owed: sum(owing) };
}
