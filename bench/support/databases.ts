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

/** The time of a statement whose rows stay in the database: what is measured is the query, not the driver. */
export async function timeOf(
  client: Client,
  statements: readonly { readonly text: string; readonly params: readonly unknown[] }[],
  runs: number,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    await client.query('BEGIN');
    const start = performance.now();
    for (const [index, { text, params }] of statements.entries())
      await client.query(`CREATE TEMP TABLE answer_${index} ON COMMIT DROP AS ${text}`, [...params]);
    best = Math.min(best, performance.now() - start);
    await client.query('ROLLBACK');
  }
  return best;
}
