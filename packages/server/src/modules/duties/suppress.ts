import { statusCodes } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Count } from './summary-store.ts';

/** Fewer persons than this are not shown as a number (PEOPLE.md). */
export const fewest = 5;

/** The number of duties, or null where few persons stand behind it. */
export const enoughPersons = ({ duties, persons }: Pick<Count, 'duties' | 'persons'>): number | null =>
  persons > 0 && persons < fewest ? null : duties;

export type Figures = {
  readonly byStatus: Partial<Record<Status, number | null>>;
  readonly owed: number | null;
  readonly settled: number | null;
};

const owing: readonly Status[] = ['met', 'late', 'overdue', 'missed', 'review', 'breached', 'unclear'];
const settling: readonly Status[] = ['met', 'late'];

/**
 * Counts of one instrument. A number behind which stand fewer than five persons is left out, and where it is the only one left out the
 * next smallest as well, since it could be had by subtraction; so are sums that hold a number left out.
 */
export function figuresOf(counts: readonly Count[]): Figures {
  const hidden = new Set(counts.filter(({ persons }) => persons > 0 && persons < fewest).map(({ status }) => status));
  if (hidden.size === 1) {
    const [next] = counts
      .filter(({ status, persons }) => persons > 0 && !hidden.has(status))
      .toSorted((a, b) => a.persons - b.persons || a.status - b.status);
    if (next !== undefined) hidden.add(next.status);
  }
  const of = (status: Status): number | null => {
    const code = statusCodes.indexOf(status);
    if (hidden.has(code)) return null;
    return counts.find((count) => count.status === code)?.duties ?? 0;
  };
  const sum = (statuses: readonly Status[]): number | null =>
    statuses.map(of).reduce((total, one) => (total === null || one === null ? null : total + one), 0);
  return {
    byStatus: Object.fromEntries(statusCodes.map((status) => [status, of(status)])),
    owed: sum(owing),
    settled: sum(settling),
  };
}
