import type { WorkingDays } from '@sallyport/core/calendar';
import { calendarStatements, type SqlText, sqlFunctions } from '@sallyport/core/feel';
import { startTemporary } from '@sallyport/server';
import type { ClientConfig } from 'pg';
import { openSchema } from '../sql/open-schema.ts';

export type SqlServer = {
  /** The array that the statement's one row holds. */
  values(statement: SqlText): Promise<readonly (string | null)[]>;
  end(): Promise<void>;
};

/** A private server for this run, or the one of `DATABASE_URL`; the work happens in a schema of its own, dropped at the end. */
export async function openSqlServer(calendar: WorkingDays, url = process.env['DATABASE_URL']): Promise<SqlServer> {
  if (url) return prepared({ connectionString: url }, calendar, async () => {});
  const server = await startTemporary();
  try {
    return await prepared(server.connection, calendar, server.stop);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function prepared(config: ClientConfig, calendar: WorkingDays, stop: () => Promise<void>): Promise<SqlServer> {
  const { client, drop } = await openSchema(config, 'sallyport_feel');
  const end = async (): Promise<void> => {
    await drop();
    await stop();
  };
  try {
    await client.query(sqlFunctions);
    for (const { text, params } of calendarStatements(calendar)) await client.query(text, [...params]);
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    values: async ({ text, params }) => {
      const { rows } = await client.query<{ value: (string | null)[] }>(text, [...params]);
      return rows[0]?.value ?? [];
    },
    end,
  };
}
