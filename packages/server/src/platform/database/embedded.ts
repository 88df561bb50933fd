import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type PrivateServer, startPrivateServer } from './private-server.ts';

export type EmbeddedOptions = {
  /** For the database alone; made on the first start. Its parents must be open for passing when root starts it. */
  readonly folder: string;
  /** `false` gives up what a power cut would take, for speed. */
  readonly durable?: boolean;
  /** Settings of postgresql.conf, such as `shared_buffers`. */
  readonly settings?: Readonly<Record<string, string>>;
};

/**
 * Starts the program's own PostgreSQL on a folder. It ends with the program, however the program ends; what was
 * committed is there at the next start.
 *
 * @example
 * const database = await startEmbedded({ folder: join(dataFolder, 'database') });
 * const client = new pg.Client(database.connection);
 */
export async function startEmbedded({ folder, durable = true, settings }: EmbeddedOptions): Promise<PrivateServer> {
  const account = claimFolder(folder);
  const binaries = findBinaries(account);
  return startPrivateServer({ folder, account, binaries, durable, settings: settings ?? {} });
}

/** The same in a folder that is gone when the server ends: for tests, benches and work on a copy. */
export async function startTemporary(settings: EmbeddedOptions['settings'] = {}): Promise<PrivateServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-'));
  const account = claimFolder(folder);
  return startPrivateServer({
    folder,
    account,
    binaries: findBinaries(account),
    durable: false,
    temporary: true,
    settings,
  });
}
