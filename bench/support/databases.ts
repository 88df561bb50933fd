import { Client } from 'pg';
import { startTemporary } from '../../packages/server/src/platform/database/embedded.ts';
import { startDebian } from '../../tests/support/debian.ts';

const settings = { shared_buffers: '512MB', work_mem: '256MB', max_parallel_workers_per_gather: '0', jit: 'off' };

/** Runs a section on the embedded PostgreSQL and, where it is installed, on Debian's 15; both on Unix sockets and ended afterwards. */
export async function eachServer(body: (client: Client, name: string) => Promise<void>): Promise<void> {
  for (const start of [startTemporary, startDebian]) {
    const server = await start(settings);
    if (server === null) continue;
    const client = new Client(server.connection);
    await client.connect();
    try {
      await body(client, `PostgreSQL ${server.version.split('.')[0]}`);
    } finally {
      await client.end();
      await server.stop();
    }
  }
}

type Statement = { readonly text: string; readonly params: readonly unknown[] };

/**
 * The times of several sets of statements whose rows stay in the database: what is measured is the query, not the driver. They take
 * turns, so that a neighbour on the machine disturbs all of them alike; of each the least counts.
 */
export async function timesOf(
  client: Client,
  sets: readonly (readonly Statement[])[],
  runs: number,
): Promise<number[]> {
  const best = sets.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    for (const [which, statements] of sets.entries()) {
      await client.query('BEGIN');
      const start = performance.now();
      for (const [index, { text, params }] of statements.entries())
        await client.query(`CREATE TEMP TABLE answer_${index} ON COMMIT DROP AS ${text}`, [...params]);
      best[which] = Math.min(best[which] ?? 0, performance.now() - start);
      await client.query('ROLLBACK');
    }
  }
  return best;
}
