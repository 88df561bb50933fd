import { firstDay, formatDay, lastDay, type WorkingDays } from '@sallyport/core/calendar';
import { factTables, insertStatements } from '@sallyport/core/duties';
import { type Register, vocabulary } from '@sallyport/core/facts';
import { sqlFunctions } from '@sallyport/core/feel';
import type { Client } from 'pg';

/** Makes what generated SQL needs in the current schema: functions, fact tables, calendars. */
export async function prepareDatabase(client: Client, calendars: ReadonlyMap<string, WorkingDays>): Promise<void> {
  await client.query(sqlFunctions);
  await client.query(factTables(vocabulary));
  for (const calendar of calendars.values()) await loadCalendar(client, calendar);
  await client.query('ANALYZE calendar_day, calendar_working_day');
}

async function loadCalendar(client: Client, calendar: WorkingDays): Promise<void> {
  const days: string[] = [];
  for (let day = firstDay; day <= lastDay; day++) days.push(formatDay(day));
  await client.query('INSERT INTO calendar_day (calendar, day, ordinal) SELECT $1, * FROM unnest($2::date[], $3::int[])', [
    calendar.id,
    days,
    [...calendar.ordinal],
  ]);
  const working = [...calendar.days].slice(1);
  await client.query(
    'INSERT INTO calendar_working_day (calendar, ordinal, day) SELECT $1, * FROM unnest($2::int[], $3::date[])',
    [calendar.id, working.map((_, index) => index + 1), working.map(formatDay)],
  );
}

/** Puts a register into the fact tables under one organisation's key. */
export async function loadRegister(client: Client, register: Register, organisation: string): Promise<void> {
  await client.query('BEGIN');
  for (const kind of vocabulary.kinds.keys()) {
    for (const statement of insertStatements(register, kind, organisation)) await client.query(statement);
  }
  await client.query('COMMIT');
  await client.query('ANALYZE');
}
