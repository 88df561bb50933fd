import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { createDatabase, type Database } from '../../packages/server/src/platform/database/database.ts';
import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';
import { appPassword, templateName } from './template.ts';

export type TestInstallation = {
  /** Such as `PostgreSQL 15.18`. */
  readonly name: string;
  readonly major: number;
  /** The owner's connection to a fresh, migrated database: for looking behind the program's back. */
  readonly owner: Connection;
  readonly app: Connection;
  /** As the program sees it: the role that row-level security binds. */
  readonly database: Database;
  readonly ownerClient: Client;
};

/**
 * Writes the tests once for each server of the run, each with a migrated database of its own, copied from a template.
 *
 * @example
 * eachInstallation(({ database }) => {
 *   test('…', async () => { await database.inOrganisation(org, (tx) => …) });
 * });
 */
export function eachInstallation(body: (installation: TestInstallation) => void): void {
  for (const { name, major, connection } of inject('databaseServers')) {
    describe(name, () => {
      const owner = { ...connection, database: `test_${randomBytes(6).toString('hex')}` };
      const app = { ...owner, user: 'sallyport_app', password: appPassword };
      const ownerClient = new Client(owner);
      let open: Database | null = null;

      beforeAll(async () => {
        await copyTemplate(connection, owner.database);
        await ownerClient.connect();
        open = createDatabase(app);
      });

      afterAll(async () => {
        await open?.end();
        await ownerClient.end();
        await administer(connection, `DROP DATABASE ${owner.database} WITH (FORCE)`);
      });

      const database: Database = {
        inOrganisation: (org, run) => ready(open).inOrganisation(org, run),
        inInstallation: (run) => ready(open).inInstallation(run),
        load: () => ready(open).load(),
        isFull: () => ready(open).isFull(),
        end: () => ready(open).end(),
      };
      body({ name, major, owner, app, database, ownerClient });
    });
  }
}

function ready(database: Database | null): Database {
  if (database === null) throw new Error('the database is open from beforeAll on');
  return database;
}

/** Copying a template holds a lock on it: a copy that comes at the same moment tries again. */
async function copyTemplate(connection: Connection, name: string): Promise<void> {
  for (;;) {
    try {
      await administer(connection, `CREATE DATABASE ${name} TEMPLATE ${templateName}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006') throw error;
    }
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
