import { type Day, endOfDay, formatDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../platform/database/transaction.ts';
import { countKnown } from './summary-store.ts';
import { figuresOf } from './suppress.ts';

const everywhere = { whole: true, units: new Set<string>(), person: null } as const;

/** Keeps how far each instrument was at the end of a day, as the day's closing knows it; small numbers of persons are left out for good. */
export async function keepDayFigures(tx: Transaction, day: Day, offset: number): Promise<void> {
  const end = endOfDay(day, offset);
  const counts = await countKnown(tx, everywhere, day, end, end);
  const instruments = [...new Set(counts.map(({ pack }) => pack))];
  const figures = instruments.map((instrument) => figuresOf(counts.filter(({ pack }) => pack === instrument)));
  if (instruments.length === 0) return;
  await tx.count(
    `INSERT INTO duty_day (org_id, day, instrument, owed, settled)
     SELECT $1::text, $2::date, one.* FROM unnest($3::text[], $4::int[], $5::int[]) AS one`,
    [tx.org, formatDay(day), instruments, figures.map(({ owed }) => owed), figures.map(({ settled }) => settled)],
  );
}

export type DayFigure = {
  readonly day: string;
  readonly instrument: string;
  readonly owed: number | null;
  readonly settled: number | null;
};

/** Oldest first; `from` and `until` are both among them. */
export const dayFigures = (tx: Transaction, from: Day, until: Day): Promise<DayFigure[]> =>
  tx.rows<DayFigure>(
    `SELECT day::text AS day, instrument, owed, settled FROM duty_day
     WHERE org_id = $1::text AND day BETWEEN $2::date AND $3::date ORDER BY day, instrument`,
    [tx.org, formatDay(from), formatDay(until)],
  );
