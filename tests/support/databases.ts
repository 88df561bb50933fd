import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';

export type TestDatabase = {
  /** Such as `PostgreSQL 15.18`. */
  readonly name: string;
  readonly major: number;
  /** A fresh database, there from `beforeAll` to `afterAll`. */
  readonly connection: Connection;
  /** One open connection to it, closed at the end. */
  readonly client: Client;
};

/**
 * Writes the tests once for each server of the run, each with a database of its own.
 *
 * @example
 * eachDatabase((database) => {
 *   test('counts', async () => {
 *     const { rows } = await database.client.query('SELECT 1 AS n');
 *   });
 * });
 */
export function eachDatabase(body: (database: TestDatabase) => void): void {
  for (const { name, major, connection } of inject('databaseServers')) {
    describe(name, () => {
      const fresh = { ...connection, database: `test_${randomBytes(6).toString('hex')}` };
      const client = new Client(fresh);

      beforeAll(async () => {
        await administer(connection, `CREATE DATABASE ${fresh.database}`);
        await client.connect();
      });

      afterAll(async () => {
        await client.end();
        await administer(connection, `DROP DATABASE ${fresh.database} WITH (FORCE)`);
      });

      body({ name, major, connection: fresh, client });
    });
  }
}

async function administer(connection: Connection, statement: string): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
