import type { ClientBase } from 'pg';
import pg from 'pg';
import { moveSchema } from '../platform/database/half-moved.ts';
import type { Connection } from '../platform/database/private-server.ts';
import { madeAnew, tablesInOrder } from '../platform/dump/tables.ts';
import { jobSchema } from '../platform/jobs/install.ts';
import { refused } from './refused.ts';

const [oldest, newest] = [15, 18];

/** An owner's connection; what is wrong is told without the address, which holds a password. */
export async function connect(to: Connection | string): Promise<pg.Client> {
  const client = new pg.Client(
    typeof to === 'string' ? { connectionString: to, connectionTimeoutMillis: 10_000 } : { ...to },
  );
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw refused('unreachable', { reason: (error as { code?: string }).code ?? (error as Error).name });
  }
}

/** No other program may write to either side meanwhile. */
export async function refuseOthers(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ place: string }>(
    `SELECT current_database() AS place FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name IN ('sallyport', 'pgboss') LIMIT 1`,
  );
  if (rows[0] !== undefined) throw refused('in-use', { place: rows[0].place });
}

/**
 * Takes an empty database for the move, or takes up one of ours that was not finished: what came over is removed and comes again. Any other
 * database is left as it is.
 */
export async function claimTarget(client: ClientBase, installation: string): Promise<{ readonly resumed: boolean }> {
  const { rows } = await client.query<{ version: number; encoding: string; half: boolean }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding,
       to_regnamespace($1) IS NOT NULL AS half`,
    [moveSchema],
  );
  const { version, encoding, half } = rows[0] ?? { version: 0, encoding: '', half: false };
  if (version < oldest || version > newest) throw refused('version', { version });
  if (encoding !== 'UTF8') throw refused('encoding', { encoding });
  await refuseOthers(client);
  if (half) {
    const begun = await client.query<{ installation: string }>(`SELECT installation FROM ${moveSchema}.begun`);
    const whose = begun.rows[0]?.installation ?? '';
    if (whose !== installation) throw refused('half', { installation: whose });
    await empty(client);
    return { resumed: true };
  }
  const found = await client.query<{ name: string }>(
    `SELECT nspname || '.' || relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname IN ('public', $1) AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1 LIMIT 1`,
    [jobSchema],
  );
  if (found.rows[0] !== undefined) throw refused('used', { found: found.rows[0].name });
  await client.query(
    `BEGIN; CREATE SCHEMA ${moveSchema}; CREATE TABLE ${moveSchema}.begun (installation text NOT NULL, at timestamptz NOT NULL DEFAULT now());
     INSERT INTO ${moveSchema}.begun (installation) VALUES (${pg.escapeLiteral(installation)}); COMMIT`,
  );
  return { resumed: false };
}

export async function releaseTarget(client: ClientBase): Promise<void> {
  await client.query(`DROP SCHEMA ${moveSchema} CASCADE`);
}

async function empty(client: ClientBase): Promise<void> {
  const tables = (await tablesInOrder(client)).filter((name) => !madeAnew.has(name));
  if (tables.length > 0)
    await client.query(`TRUNCATE ${tables.map((name) => `public.${pg.escapeIdentifier(name)}`).join(', ')}`);
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${jobSchema}.job`,
  ]);
  if (rows[0]?.there === true) await client.query(`DELETE FROM ${jobSchema}.job`);
}
