import type { WorkingDays } from '@sallyport/core/calendar';
import { factTables, insertStatements } from '@sallyport/core/duties';
import { type Register, vocabulary } from '@sallyport/core/facts';
import { calendarStatements, sqlFunctions } from '@sallyport/core/feel';
import { startTemporary } from '@sallyport/server';
import type { Client } from 'pg';
import { openSchema } from './open-schema.ts';

/** Makes what generated SQL needs in the current schema: functions, fact tables, calendars. */
export async function prepareDatabase(client: Client, calendars: ReadonlyMap<string, WorkingDays>): Promise<void> {
  await client.query(sqlFunctions);
  await client.query(factTables(vocabulary));
  for (const calendar of calendars.values()) {
    for (const { text, params } of calendarStatements(calendar)) await client.query(text, [...params]);
  }
  await client.query('ANALYZE calendar_day, calendar_working_day');
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

export type OpenDatabase = { readonly client: Client; end(): Promise<void> };

/** A private server for this run, or the one of `DATABASE_URL`; the work happens in a schema of its own, dropped at the end. */
export async function withDatabase(
  calendars: ReadonlyMap<string, WorkingDays>,
  url = process.env['DATABASE_URL'],
): Promise<OpenDatabase> {
  const server = url ? null : await startTemporary();
  try {
    const { client, drop } = await openSchema(server?.connection ?? { connectionString: url }, 'sallyport_run');
    const end = async (): Promise<void> => {
      await drop();
      await server?.stop();
    };
    try {
      await prepareDatabase(client, calendars);
    } catch (error) {
      await drop();
      throw error;
    }
    return { client, end };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
