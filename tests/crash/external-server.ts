import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';
import { appPassword } from '../support/template.ts';
import { urlOf } from './installation.ts';

/** A database on the oldest server of the run, which is Debian's 15 where it is installed; the newest is the program's own. */
export function externalServer() {
  const [oldest] = inject('databaseServers').toSorted((a, b) => a.major - b.major);
  if (oldest === undefined) throw new Error('there is no server');
  const admin = new Client(oldest.connection);
  const database = `test_${randomBytes(6).toString('hex')}`;
  const owner: Connection = { ...oldest.connection, database };
  const app: Connection = { ...owner, user: 'sallyport_app', password: appPassword };

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${database}`);
  });
  afterAll(async () => {
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await admin.end();
  });

  return {
    name: oldest.name,
    owner: () => owner,
    urls: () => ({ url: urlOf(owner), appUrl: urlOf(app) }),
    /** Nobody gets in, and whoever is in is thrown out. */
    close: async () => {
      await admin.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
    },
    open: () => admin.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`),
  };
}
