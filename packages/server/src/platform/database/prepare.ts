import { createHash } from 'node:crypto';
import type { WorkingDays } from '@sallyport/core/calendar';
import { calendarStatements, sqlFunctions } from '@sallyport/core/feel';
import pg, { type Client } from 'pg';
import type { Reached } from '../steps/steps.ts';
import { appRole, ensureAppRole, refuseStrongRole } from './app-role.ts';
import { refuseHalfMoved } from './half-moved.ts';
import { type Migration, migrate, oneAtATime } from './migrate.ts';
import type { Connection } from './private-server.ts';
import { DatabaseStartError } from './start-error.ts';

export type Prepared = { readonly app: Connection | string; readonly applied: number };

export type PrepareOptions = {
  /** The owner's connection; used here and nowhere else. */
  readonly owner: Connection | string;
  readonly password: string;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
  /** Where the owner may make no role: the connection of one that an administrator made. */
  readonly app?: string | undefined;
  /** Fewer than all only while a backup of an older program is restored; the next start applies the rest. */
  readonly migrations?: readonly Migration[] | undefined;
  readonly reached?: Reached | undefined;
  /** Only for the move that is under way into this database. */
  readonly moving?: boolean;
};

/** Makes a database ready for the program: role, migrations, the functions and calendars that generated SQL calls. */
export async function prepareDatabase({
  owner,
  password,
  calendars,
  app,
  migrations,
  moving = false,
  reached,
}: PrepareOptions): Promise<Prepared> {
  const client = clientOf(owner);
  await client.connect().catch(cannotConnect('DATABASE_URL'));
  const appConnection = app ?? asAppRole(owner, password);
  try {
    if (!moving) await refuseHalfMoved(client);
    if (app === undefined) await ensureAppRole(client, password, () => canConnect(appConnection));
    const applied = await oneAtATime(client, async () => {
      const count = await migrate(client, migrations, reached);
      await refreshGenerated(client, calendars);
      await grantConnect(client);
      return count;
    });
    await asApp(appConnection, refuseStrongRole);
    return { app: appConnection, applied };
  } finally {
    await client.end();
  }
}

/** The database is another's, or just ending: said with its code, and without the address, which may hold a password. */
const cannotConnect =
  (setting: string) =>
  (error: unknown): never => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'ETIMEDOUT';
    throw new DatabaseStartError(
      'database.unreachable',
      {
        zh: `没有启动：数据库连接不上（${setting}，${code}）。请核对地址、端口、账户和密码，以及数据库是否在运行、是否允许本机连接。`,
        en: `Not started: the database does not let the program in (${setting}, ${code}). Check host, port, account and password, that it runs and that it lets this machine in.`,
      },
      { cause: error },
    );
  };

const clientOf = (connection: Connection | string): Client =>
  new pg.Client(typeof connection === 'string' ? { connectionString: connection } : connection);

function asAppRole(owner: Connection | string, password: string): Connection | string {
  if (typeof owner !== 'string') return { ...owner, user: appRole, password };
  const url = new URL(owner);
  url.username = appRole;
  url.password = encodeURIComponent(password);
  return url.href;
}

async function canConnect(connection: Connection | string): Promise<boolean> {
  const client = clientOf(connection);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function asApp(connection: Connection | string, body: (client: Client) => Promise<void>): Promise<void> {
  const client = clientOf(connection);
  await client.connect().catch(cannotConnect('DATABASE_APP_URL'));
  try {
    await body(client);
  } finally {
    await client.end();
  }
}

async function grantConnect(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name');
  await owner.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(rows[0]?.name ?? '')} TO ${appRole}`);
}

/** Functions and calendars follow the program, not a migration: they are made again when their text is another. */
async function refreshGenerated(owner: Client, calendars: ReadonlyMap<string, WorkingDays>): Promise<void> {
  const statements = [...calendars.values()].flatMap(calendarStatements);
  const hash = createHash('sha256').update(sqlFunctions).update(JSON.stringify(statements)).digest('hex');
  await owner.query('BEGIN');
  try {
    await owner.query('LOCK TABLE installation IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await owner.query<{ value: string }>("SELECT value FROM installation WHERE name = 'generated'");
    if (rows[0]?.value !== hash) {
      await owner.query(sqlFunctions);
      for (const { text, params } of statements) await owner.query(text, [...params]);
      await owner.query(
        `INSERT INTO installation (name, value) VALUES ('generated', $1)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        [JSON.stringify(hash)],
      );
    }
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}
