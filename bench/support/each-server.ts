import pg from 'pg';
import { startTemporary } from '../../packages/server/src/platform/database/embedded.ts';
import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';
import { startDebian } from '../../tests/support/debian.ts';

export type BenchServer = {
  readonly name: string;
  /** The owner of an empty database. */
  readonly owner: Connection;
};

/** Runs on an empty database of the embedded server and, where it is installed, of Debian's, one after the other. */
export async function onEachServer(
  body: (server: BenchServer) => Promise<void>,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const start of [startTemporary, startDebian]) {
    const server = await start({ shared_buffers: '512MB', max_wal_size: '4GB', ...settings });
    if (server === null) continue;
    try {
      const admin = new pg.Client(server.connection);
      await admin.connect();
      await admin.query('CREATE DATABASE bench');
      await admin.end();
      const name = `PostgreSQL ${server.version.split('.')[0]}`;
      await body({ name, owner: { ...server.connection, database: 'bench' } });
    } finally {
      await server.stop();
    }
  }
}
