// Runs once, when a run has at least one `*.db.test.ts`.
import type { TestProject } from 'vitest/node';
import { majorOf } from '../../packages/server/src/platform/database/binaries.ts';
import { startTemporary } from '../../packages/server/src/platform/database/embedded.ts';
import type { Connection, PrivateServer } from '../../packages/server/src/platform/database/private-server.ts';
import { startDebian } from './debian.ts';
import { makeTemplate } from './template.ts';

export type DatabaseServer = { readonly name: string; readonly major: number; readonly connection: Connection };

declare module 'vitest' {
  interface ProvidedContext {
    databaseServers: DatabaseServer[];
  }
}

let running: PrivateServer[] = [];

export async function setup(project: TestProject): Promise<void> {
  // Room for every test file at once to hold connections.
  const settings = { max_connections: '200' };
  const [embedded, debian] = await Promise.all([startTemporary(settings), startDebian(settings)]);
  running = [embedded, debian].filter((server) => server !== null);
  if (debian === null && process.env['SALLYPORT_REQUIRE_PG15'] === '1') {
    throw new Error(
      'SALLYPORT_REQUIRE_PG15 is set, and PostgreSQL 15 is not installed (apt-get install postgresql-15).',
    );
  }
  await Promise.all(running.map(({ connection }) => makeTemplate(connection)));
  project.provide('databaseServers', running.map(describe));
}

export async function teardown(): Promise<void> {
  await Promise.all(running.map((server) => server.stop()));
}

function describe({ version, connection }: PrivateServer): DatabaseServer {
  return { name: `PostgreSQL ${version}`, major: majorOf(version), connection };
}
