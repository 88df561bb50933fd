import type { Scope } from '@sallyport/core/access';
import { statusCodes } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Count } from './summary-store.ts';

/** Fewer persons than this are not shown as a number (PEOPLE.md). */
export const fewest = 5;

/** The number of duties, or null where few persons stand behind it. */
export const enoughPersons = ({ duties, persons }: Pick<Count, 'duties' | 'persons'>): number | null =>
  persons > 0 && persons < fewest ? null : duties;

/** Somebody's own duties and those given to them are their work, listed to them one by one: a number of them is no aggregate over people. */
export const isOwnWork = (scope: Scope): boolean => !scope.whole && scope.units.size === 0;

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

/**
 * What of an instrument's counts fell due before the programme started. Held back where a count of it is, and where fewer than five persons
 * would stand behind it or behind what is left when it is taken away.
 */
export function backlogIn(counts: readonly Count[]): number | null {
  const { byStatus } = figuresOf(counts);
  const own = counts.filter(({ before }) => before > 0);
  const few = (persons: number): boolean => persons > 0 && persons < fewest;
  const isHeldBack = own.some(
    ({ status, beforePersons, sincePersons }) =>
      byStatus[statusCodes[status] as Status] === null || few(beforePersons) || few(sincePersons),
  );
  return isHeldBack ? null : own.reduce((sum, { before }) => sum + before, 0);
}
