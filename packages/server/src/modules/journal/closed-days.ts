import { formatDay, parseDay } from '@sallyport/core/calendar';
import { type DayClosed, readDayClosed, readEntry } from '@sallyport/core/journal';
import { statuses } from '@sallyport/core/law';
import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { closedDays } from './contract.ts';

const mostDays = 366;

/** How the duties stood at the end of each day, as the closing entries say it: a curve that nobody can redraw afterwards (DECISIONS 9). */
export const implementClosedDays = (): ImplementedQuery =>
  implementQuery(closedDays, {
    place: async () => ({ person: null, unit: null }),
    async answer({ tx }, { from, until }) {
      const [first, last] = [parseDay(from) ?? 0, parseDay(until) ?? 0];
      if (last - first >= mostDays) refuse('journal.too-many-days');
      const closings = (await findClosings(tx, from)).flatMap(({ id, body }) => {
        const entry = readEntry(body);
        const closed = entry === null ? null : readDayClosed(entry);
        return closed === null || closed.day < first || closed.day > last ? [] : [{ entry: id, ...closed }];
      });
      return {
        output: {
          days: closings
            .toSorted((one, two) => one.day - two.day)
            .map(({ entry, day, rows, counts }) => ({
              entry,
              day: formatDay(day),
              rows,
              counts: Object.fromEntries(statuses.map((status) => [status, counts[status] ?? 0])),
            })),
        },
      };
    },
  });

/** What the journal says of every day that was closed. */
export async function allClosings(tx: Transaction): Promise<DayClosed[]> {
  const found = await tx.rows<{ body: Buffer }>(
    `SELECT body FROM journal_entry WHERE org_id = $1 AND action = 'day.closed' ORDER BY day, id`,
    [tx.org],
  );
  return found.flatMap(({ body }) => {
    const entry = readEntry(body);
    return (entry === null ? null : readDayClosed(entry)) ?? [];
  });
}

/** A day is closed after it is over, however late: its entry is never older than the day itself. */
const findClosings = (tx: Transaction, from: string): Promise<{ readonly id: string; readonly body: Buffer }[]> =>
  tx.rows(
    `SELECT id, body FROM journal_entry WHERE org_id = $1 AND action = 'day.closed' AND day >= $2::date ORDER BY day, id LIMIT 4000`,
    [tx.org, from],
  );
