import type { WorkingDays } from '@sallyport/core/calendar';
import pg from 'pg';
import { databaseFolder } from './database-folder.ts';
import { refreshNames } from './modules/register/index.ts';
import type { Config } from './platform/config/config.ts';
import { createDatabase, type Database } from './platform/database/database.ts';
import { startEmbedded } from './platform/database/embedded.ts';
import type { Migration } from './platform/database/migrate.ts';
import { prepareDatabase } from './platform/database/prepare.ts';
import type { Connection } from './platform/database/private-server.ts';
import { installJobs } from './platform/jobs/install.ts';
import type { Reached } from './platform/steps/steps.ts';

export type OpenDatabase = {
  readonly database: Database;
  /** As the restricted role; for the queue, which keeps a pool of its own. */
  readonly app: Connection | string;
  /** As the owner: for backup and move, and nothing else. */
  readonly owner: Connection | string;
  /** Migrations applied just now. */
  readonly applied: number;
  readonly embedded: boolean;
  /** Resolves when the program's own server has ended, asked to or not; never where the server is another's. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
};

type Options = {
  readonly config: Pick<Config, 'data' | 'database'>;
  readonly password: string;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
  readonly jobs: readonly string[];
  readonly migrations?: readonly Migration[] | undefined;
  readonly reached?: Reached | undefined;
};

/** The embedded server, started with the program and ended with it, or the one of DATABASE_URL; migrated and ready in both cases. */
export async function openDatabase({ config, password, calendars, jobs, ...rest }: Options): Promise<OpenDatabase> {
  const server = config.database === null ? await startEmbedded({ folder: databaseFolder(config.data) }) : null;
  const owner = server?.connection ?? config.database?.url ?? '';
  try {
    const { app, applied } = await prepareDatabase({
      owner,
      password,
      calendars,
      app: config.database?.appUrl ?? undefined,
      ...rest,
    });
    await asOwner(owner, refreshNames);
    await installJobs(owner, jobs);
    const database = createDatabase(app);
    return {
      database,
      app,
      owner,
      applied,
      embedded: server !== null,
      ended: server?.ended ?? new Promise(() => undefined),
      close: async () => {
        await database.end();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function asOwner(owner: Connection | string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(typeof owner === 'string' ? { connectionString: owner } : owner);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
