import { randomBytes } from 'node:crypto';
import type { WorkingDays } from '@sallyport/core/calendar';
import { calendarStatements, type SqlText, sqlFunctions } from '@sallyport/core/feel';
import { startTemporary } from '@sallyport/server';
import { Client, type ClientConfig } from 'pg';
import { CliFailure } from '../failure.ts';

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

async function connected(config: ClientConfig): Promise<Client> {
  const client = new Client(config);
  try {
    await client.connect();
  } catch (error) {
    throw new CliFailure(
      { zh: '连接不上数据库：{reason}', en: 'Cannot reach the database: {reason}' },
      { reason: error instanceof Error ? error.message : String(error) },
    );
  }
  const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding');
  const encoding = rows[0]?.server_encoding ?? '';
  if (encoding === 'UTF8') return client;
  await client.end();
  throw new CliFailure(
    { zh: '数据库的编码是{encoding}，需要UTF8。', en: 'The database is encoded in {encoding}; it must be UTF8.' },
    { encoding },
  );
}

async function prepared(config: ClientConfig, calendar: WorkingDays, stop: () => Promise<void>): Promise<SqlServer> {
  const client = await connected(config);
  const schema = `sallyport_feel_${randomBytes(6).toString('hex')}`;
  const end = async (): Promise<void> => {
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await client.end();
    await stop();
  };
  try {
    await client.query(`CREATE SCHEMA ${schema}`);
    await client.query(`SET search_path = ${schema}`);
    await client.query(sqlFunctions);
    for (const { text, params } of calendarStatements(calendar)) await client.query(text, [...params]);
  } catch (error) {
    await end();
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
