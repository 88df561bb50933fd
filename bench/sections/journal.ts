// The journal in the database: entries of 12 fields appended in batches of 1,000 and sealed until a signed checkpoint covers the last,
// against plain inserts of the same rows; and what an append adds to an action.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { createJournal, type Journal } from '../../packages/server/src/modules/journal/index.ts';
import type { EntryDraft } from '../../packages/server/src/platform/actions/ports.ts';
import { createDatabase, type Database } from '../../packages/server/src/platform/database/database.ts';
import { startTemporary } from '../../packages/server/src/platform/database/embedded.ts';
import { prepareDatabase } from '../../packages/server/src/platform/database/prepare.ts';
import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';
import { startDebian } from '../../tests/support/debian.ts';
import { testAccount, testInstallation, testKey } from '../../tests/support/journals.ts';
import { atLeast, figure } from '../support/row.ts';

const batch = 1000;
const batches = 30;
const runs = 3;
const paths = Array.from({ length: 12 }, (_, n) => `field${String.fromCharCode(97 + n)}`);

const drafts = Array.from(
  { length: batch * batches },
  (_, n): EntryDraft => ({
    action: 'trip.submit',
    subject: `trip/${randomUUID()}`,
    account: testAccount,
    // All entries of an action have its moment.
    at: Date.UTC(2026, 10, 23, 4) * 1000 + Math.floor(n / batch),
    dayOnly: false,
    fields: Object.fromEntries(paths.map((path, at) => [path, at % 3 === 0 ? n : `value ${n} of ${path}`])),
    person: testAccount,
    network: null,
  }),
);

for (const start of [startTemporary, startDebian]) {
  const server = await start({ shared_buffers: '512MB', fsync: 'on', max_wal_size: '4GB' });
  if (server === null) continue;
  const owner: Connection = { ...server.connection, database: 'bench' };
  const admin = new pg.Client(server.connection);
  await admin.connect();
  await admin.query('CREATE DATABASE bench');
  await admin.end();
  const { app } = await prepareDatabase({ owner, password: 'of-a-bench-server-only', calendars: calendars() });
  const database = createDatabase(app);
  try {
    await compare(database, `PostgreSQL ${server.version.split('.')[0]}`);
  } finally {
    await database.end();
    await server.stop();
  }
}

async function compare(database: Database, name: string): Promise<void> {
  let plain = Number.POSITIVE_INFINITY;
  let sealed = Number.POSITIVE_INFINITY;
  // In turn, so that a slow moment of the machine falls on both.
  for (let run = 0; run < runs; run++) {
    const org = randomUUID();
    sealed = Math.min(sealed, await timed(() => appendAndSeal(database, org)));
    const rows = await readRows(database, org);
    plain = Math.min(plain, await timed(() => insertPlainly(database, randomUUID(), rows)));
  }
  const perSecond = (ms: number): number => (drafts.length / ms) * 1000;
  figure(`journal on ${name}: plain inserts of the same rows, batches of 1,000`, perSecond(plain), 'entries/s');
  figure(`journal on ${name}: appended in batches of 1,000, sealed to the last`, perSecond(sealed), 'entries/s');
  atLeast(`journal on ${name}: sealed appends against plain inserts`, plain / sealed, 'times', 0.75);
  await addsToAction(database, name);
}

async function timed(body: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await body();
  return performance.now() - start;
}

function journalOn(database: Database): Journal {
  return createJournal({
    database,
    clock: { now: () => Date.now() * 1000 },
    dayOf: (instant) => Math.floor(instant / 86_400_000_000),
    ids: createIds({ now: Date.now }),
    installation: testInstallation,
    key: testKey(),
    recordFault: (error) => {
      throw error;
    },
  });
}

/** While the database stores one batch, the program makes the next: two writers, as there are with any load, and the sealer behind them. */
async function appendAndSeal(database: Database, org: string): Promise<void> {
  const { port, sealer } = journalOn(database);
  await inBatches((from) => database.inOrganisation(org, (tx) => port.append(tx, drafts.slice(from, from + batch))));
  if ((await sealer.sealAll(org)) !== drafts.length) throw new Error('not every entry was sealed');
  const head = await database.inOrganisation(org, (tx) =>
    tx.row<{ size: number }>('SELECT size FROM journal_checkpoint WHERE org_id = $1 ORDER BY size DESC LIMIT 1', [org]),
  );
  if (head?.size !== drafts.length) throw new Error('no signed checkpoint covers the last entry');
}

async function inBatches(write: (from: number) => Promise<void>): Promise<void> {
  const froms = Array.from({ length: batches }, (_, n) => n * batch);
  const writer = async (): Promise<void> => {
    for (let from = froms.shift(); from !== undefined; from = froms.shift()) await write(from);
  };
  await Promise.all([writer(), writer()]);
}

type Rows = Readonly<
  Record<'id' | 'body' | 'action' | 'subject' | 'account' | 'day' | 'contents' | 'salts' | 'person', unknown>
>;

/** The very rows the journal wrote, under ids of their own. */
async function readRows(database: Database, org: string): Promise<Rows[]> {
  const rows = await database.inOrganisation(org, (tx) =>
    tx.once<Rows>(
      `SELECT id, body, action, subject, account, day, contents, salts, person FROM journal_entry entry
       JOIN journal_value value ON value.org_id = entry.org_id AND value.entry = entry.id
       WHERE entry.org_id = $1 ORDER BY id`,
      [org],
    ),
  );
  if (rows.length !== drafts.length) throw new Error('not every entry was stored');
  return rows;
}

/** Entries and values by `INSERT … SELECT unnest`, arrays as the driver sends them, with nothing computed and nothing sealed. */
async function insertPlainly(database: Database, org: string, rows: readonly Rows[]): Promise<void> {
  await inBatches((from) =>
    database.inOrganisation(org, async (tx) => {
      const part = rows.slice(from, from + batch);
      const column = (name: keyof Rows): unknown[] => part.map((row) => row[name]);
      await tx.count(
        `WITH entry AS (
           INSERT INTO journal_entry (org_id, id, body, action, subject, account, day)
           SELECT $1, * FROM unnest($2::text[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::date[]))
         INSERT INTO journal_value (org_id, entry, contents, salts, person)
         SELECT $1, * FROM unnest($2::text[], $8::text[], $9::bytea[], $10::text[])`,
        [
          org,
          ...(['id', 'body', 'action', 'subject', 'account', 'day', 'contents', 'salts', 'person'] as const).map(
            column,
          ),
        ],
      );
    }),
  );
}

/** Transactions of eight clients, with an append in each and without. */
async function addsToAction(database: Database, name: string): Promise<void> {
  const org = randomUUID();
  const { port, sealer } = journalOn(database);
  const p50 = async (journaled: boolean): Promise<number> => {
    const times: number[] = [];
    const client = async (): Promise<void> => {
      for (let n = 0; n < 150; n++) {
        const start = performance.now();
        await database.inOrganisation(org, async (tx) => {
          await tx.count('INSERT INTO journal_witnessed (org_id, origin, keys, size) VALUES ($1, $2, $3, 0)', [
            org,
            randomUUID(),
            [],
          ]);
          const [draft] = drafts;
          if (journaled && draft !== undefined) await port.append(tx, [draft]);
        });
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: 8 }, client));
    return times.toSorted((a, b) => a - b)[times.length / 2] ?? 0;
  };
  await p50(true);
  const without = await p50(false);
  const withIt = await p50(true);
  await sealer.sealAll(org);
  figure(`journal on ${name}: p50 of a one-row transaction, 8 clients`, without, 'ms');
  figure(`journal on ${name}: what an entry of 12 fields adds to it`, withIt - without, 'ms');
}
