import { randomBytes } from 'node:crypto';
import pg, { type Client, type ClientConfig } from 'pg';
import { CliFailure } from '../failure.ts';

export type OpenSchema = { readonly client: Client; drop(this: void): Promise<void> };

/**
 * Connects to a database and makes a schema there for one run. What stands in the way (nobody listens, no right, another encoding, an old
 * server) is for the user to mend and is said in one sentence.
 */
export async function openSchema(config: ClientConfig, prefix: string): Promise<OpenSchema> {
  const client = new pg.Client(config);
  const schema = `${prefix}_${randomBytes(6).toString('hex')}`;
  await client.connect().catch((error: unknown) => {
    throw new CliFailure(
      { zh: '连接不上数据库：{reason}', en: 'Cannot reach the database: {reason}' },
      { reason: reasonOf(error) },
    );
  });
  try {
    await refuseUnfit(client);
    await client.query(`CREATE SCHEMA ${schema}`).catch((error: unknown) => {
      throw new CliFailure(
        {
          zh: '不能在数据库中建立本次运行用的模式：{reason}。请换用有此权限的账号。',
          en: 'Cannot make a schema for this run in the database: {reason}. Use an account that may.',
        },
        { reason: reasonOf(error) },
      );
    });
    await client.query(`SET search_path = ${schema}`);
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    client,
    drop: async () => {
      await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`).catch(() => {});
      await client.end();
    },
  };
}

async function refuseUnfit(client: Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string; version: number }>(
    "SELECT current_setting('server_encoding') AS encoding, current_setting('server_version_num')::integer AS version",
  );
  const { encoding = '', version = 0 } = rows[0] ?? {};
  if (encoding !== 'UTF8')
    throw new CliFailure(
      { zh: '数据库的编码是{encoding}，需要UTF8。', en: 'The database is encoded in {encoding}; it must be UTF8.' },
      { encoding },
    );
  if (version < 150_000)
    throw new CliFailure(
      {
        zh: '数据库是PostgreSQL {version}，需要15或者更新的版本。',
        en: 'The database is PostgreSQL {version}; 15 or newer is needed.',
      },
      { version: Math.floor(version / 10_000) },
    );
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
