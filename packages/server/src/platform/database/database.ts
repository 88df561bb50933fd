import { Pool, types } from 'pg';
import { isDiskFull } from './disk-full.ts';
import { LostConnection } from './lost-connection.ts';
import type { Connection } from './private-server.ts';
import { type Transaction, transactionOn } from './transaction.ts';

/** The program's way to its database, as the role `sallyport_app`, which row-level security binds. */
export type Database = {
  /** Runs the body in a transaction of one organisation; it commits when the body returns and rolls back when it throws. */
  inOrganisation<T>(org: string, body: (tx: Transaction) => Promise<T>): Promise<T>;
  /** A transaction that sees no organisation at all: only the tables of the installation. */
  inInstallation<T>(body: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly load: () => { readonly open: number; readonly idle: number; readonly waiting: number };
  /** Whether something was refused for want of room in the last minute. What is there is shown meanwhile. */
  readonly isFull: () => boolean;
  end(): Promise<void>;
};

// Counts and microseconds stay below 2^53; days stay text, so that no time zone can move them.
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.DATE, (text) => text);

/** Longer than any statement of the program should take; what needs more is a job that says so. */
const statementTimeout = 30_000;

export function createDatabase(connection: Connection | string, most = 12): Database {
  const pool = new Pool({
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    max: most,
    // What does not wait for another's answer is sent without waiting: each wait costs both processes a turn.
    pipeline: true,
    application_name: 'sallyport',
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout,
    connectionTimeoutMillis: 10_000,
    // The touched subjects are few and every lookup is by key: a plan made once serves every value.
    // A parallel worker begins cold and takes a core from somebody else's answer.
    options: '-c plan_cache_mode=force_generic_plan -c jit=off -c max_parallel_workers_per_gather=0',
  });
  // A connection that breaks while idle is replaced by the pool. One that breaks in use rejects its query, and says so by an event as well,
  // which would end the program if nobody listened.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  let fullAt = Number.NEGATIVE_INFINITY;

  async function inOrganisation<T>(org: string, body: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => {
      throw new LostConnection(error);
    });
    let broken = false;
    try {
      // The body's first statement follows at once: the server takes them in order, and should one fail, those behind it fail with it.
      const begun = Promise.all([
        client.query('BEGIN'),
        client.query({ name: 'set-org', text: "SELECT set_config('app.org', $1, true)", values: [org] }),
      ]);
      begun.catch(() => undefined);
      const result = await body(transactionOn(client, org));
      await begun;
      await client.query('COMMIT');
      return result;
    } catch (error) {
      broken = LostConnection.is(error);
      if (isDiskFull(error)) fullAt = performance.now();
      if (!broken) await client.query('ROLLBACK').catch(() => (broken = true));
      throw broken ? new LostConnection(error) : error;
    } finally {
      client.release(broken);
    }
  }

  return {
    inOrganisation,
    inInstallation: (body) => inOrganisation('', body),
    load: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    isFull: () => performance.now() - fullAt < 60_000,
    end: () => pool.end(),
  };
}
