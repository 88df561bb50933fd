import pg from 'pg';
import { refreshNames } from '../../packages/server/src/modules/register/index.ts';
import { makeDataFolder, startProgram } from '../../tests/support/program.ts';
import { urlOf } from '../../tests/support/test-data-folder.ts';
import { type Client, signedIn } from './console-client.ts';
import { type BenchServer, onEachServer } from './each-server.ts';

type Filled = {
  /** Clients at once. */
  readonly clients: number;
  /** Puts the rows in, as the owner of the database. */
  fill(this: void, client: pg.Client, org: string): Promise<void>;
};

/** What a bench of the running program is given: a security officer signed in, and the process. */
export type OnProgram = { readonly server: string; readonly client: Client; readonly pid: number };

/** The program as its users start it, on each server, with rows put in behind its back; ended with the bench. */
export const onProgram = (filled: Filled, body: (on: OnProgram) => Promise<void>): Promise<void> =>
  onEachServer((server) => onOne(server, filled, body));

async function onOne(
  { name: server, owner }: BenchServer,
  { clients, fill }: Filled,
  body: (on: OnProgram) => Promise<void>,
): Promise<void> {
  const folder = makeDataFolder();
  const environment = { DATABASE_URL: urlOf(owner), TRUSTED_PROXIES: '127.0.0.1' };
  try {
    const program = await startProgram(folder.data, environment, ['--empty']);
    try {
      const org = await fillAs(owner, null, fill);
      await body({ server, client: await signedIn(program.address, folder.data, org, clients), pid: program.pid });
    } finally {
      await program.stop();
    }
  } finally {
    folder.remove();
  }
}

/** Rows that no action wrote: found by name and counted by the planner as if one had. The organisation they are of. */
export async function fillAs(owner: pg.ClientConfig, of: string | null, fill: Filled['fill']): Promise<string> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const org = of ?? (await client.query<{ org: string }>('SELECT org_id AS org FROM tenant')).rows[0]?.org ?? '';
    await fill(client, org);
    await refreshNames(client);
    await client.query('VACUUM ANALYZE');
    return org;
  } finally {
    await client.end();
  }
}
