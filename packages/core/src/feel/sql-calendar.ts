import { firstDay, formatDay, type WorkingDays } from '../calendar/index.ts';
import type { SqlText } from './run.ts';

const origin = `DATE '${formatDay(firstDay)}'`;

/** Statements that write a calendar into the tables of `sqlFunctions`. */
export function calendarStatements({ id, ordinal, days }: WorkingDays): readonly SqlText[] {
  const each = 'FROM unnest($2::int[]) WITH ORDINALITY AS row(value, number)';
  return [
    { text: 'DELETE FROM calendar_day WHERE calendar = $1', params: [id] },
    { text: 'DELETE FROM calendar_working_day WHERE calendar = $1', params: [id] },
    {
      text: `INSERT INTO calendar_day SELECT $1, ${origin} + (number - 1)::int, value ${each}`,
      params: [id, Array.from(ordinal)],
    },
    {
      text: `INSERT INTO calendar_working_day SELECT $1, number, ${origin} + (value - ${firstDay}) ${each}`,
      params: [id, Array.from(days.subarray(1))],
    },
    { text: 'ANALYZE calendar_day, calendar_working_day', params: [] },
  ];
}
