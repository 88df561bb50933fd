import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayAt } from '@sallyport/core/calendar';
import { Client } from 'pg';
import { createJournal, type Journal } from '../../packages/server/src/modules/journal/index.ts';
import { createDatabase, type Database } from '../../packages/server/src/platform/database/database.ts';
import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';
import { openSecrets } from '../../packages/server/src/platform/secrets/secrets.ts';
import { offset } from '../support/stored-duties.ts';

export const urlOf = ({ host, user, password, database }: Connection): string =>
  `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`;

export function makeDataFolder(): { readonly data: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-crash-'));
  // PostgreSQL's own account has to pass through.
  chmodSync(folder, 0o711);
  return { data: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A look behind the program's back: as the owner, and as a verifier that holds the installation's key. */
export type Behind = { readonly client: Client; readonly journal: Journal; end(): Promise<void> };

export async function lookBehind(data: string, owner: Connection | string): Promise<Behind> {
  const client = new Client(typeof owner === 'string' ? { connectionString: owner } : owner);
  // It ends with the server.
  client.on('error', () => undefined);
  await client.connect();
  const database: Database = createDatabase(owner, 1);
  const ids = createIds({ now: Date.now });
  const secrets = await openSecrets({ data, backupRecipient: null, ids });
  const journal = createJournal({
    database,
    clock: { now: () => Date.now() * 1000 },
    ids,
    dayOf: (instant) => dayAt(instant, offset),
    installation: secrets.installationId,
    key: secrets.journalKey,
    recordFault: (error) => {
      throw error;
    },
  });
  const end = async (): Promise<void> => {
    await client.end().catch(() => undefined);
    await database.end().catch(() => undefined);
  };
  return { client, journal, end };
}

const demo = new URL('../../packages/cli/demo', import.meta.url).pathname;

export type SmallRegister = {
  readonly folder: string;
  readonly travellers: readonly string[];
  readonly trips: readonly { readonly id: string; readonly departsOn: string }[];
};

type Row = Readonly<Record<string, string>>;

/** A house with some journeys: small, so that a program is up again in a moment. */
export function smallRegister(): SmallRegister {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-crash-'));
  const read = (kind: string): Row[] =>
    readFileSync(join(demo, `${kind}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row);
  const write = (kind: string, rows: readonly Row[]): void =>
    writeFileSync(join(folder, `${kind}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  for (const kind of ['organisation', 'unit', 'person']) write(kind, read(kind));
  const trips = read('trip').slice(0, 24);
  write('trip', trips);
  const travellers = read('traveller').filter(({ trip }) => trips.some(({ id }) => id === trip));
  write('traveller', travellers);
  return {
    folder,
    travellers: travellers.map(({ id = '' }) => id),
    trips: trips.map(({ id = '', departsOn = '' }) => ({ id, departsOn })),
  };
}
