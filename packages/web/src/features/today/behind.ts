import type { ListSearch } from '../duties/search.ts';

/** Today among them, as the program counts. */
const soonDays = 15;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

type Figure = 'overdue' | 'soon' | 'review' | 'unclear';

/** The list behind a figure of Today: the same duties that the figure counts, so that nobody finds more or fewer than it said. */
export function listBehind(figure: Figure, day: string): ListSearch {
  if (figure === 'soon') return { status: 'pending', before: dayAfter(day, soonDays) };
  return { status: figure };
}

/** The list behind a line of the backlog. */
export const backlogBehind = (rule: string): ListSearch => ({ rule, status: 'unmet', backlog: 'only' });
