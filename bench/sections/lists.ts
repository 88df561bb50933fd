// The lists of the console at 100,000 people with a second organisation of the same size beside them: every sort and filter of duties, people,
// units and journal, the first page and the five-hundredth, as the program answers it.
import pg from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { refreshNames } from '../../packages/server/src/modules/register/index.ts';
import { createDatabase } from '../../packages/server/src/platform/database/database.ts';
import { startTemporary } from '../../packages/server/src/platform/database/embedded.ts';
import { prepareDatabase } from '../../packages/server/src/platform/database/prepare.ts';
import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';
import { startDebian } from '../../tests/support/debian.ts';
import { actorOf } from '../../tests/support/rooms.ts';
import { type Case, listCases } from '../support/lists-cases.ts';
import { fillOrganisation, plainRules } from '../support/lists-fill.ts';
import { askerOn } from '../support/lists-program.ts';
import { atMost, figure } from '../support/row.ts';

const people = Number(process.env['BENCH_PEOPLE'] ?? 100_000);
const [ours, theirs] = ['org-a', 'org-b'];
const farPage = 500;
const perPage = 50;
const most = 100;

for (const start of [startTemporary, startDebian]) {
  const server = await start({ shared_buffers: '512MB', max_wal_size: '4GB' });
  if (server === null) continue;
  const name = `PostgreSQL ${server.version.split('.')[0]}`;
  const owner: Connection = { ...server.connection, database: 'bench' };
  try {
    const app = await fill(server.connection, owner, name);
    const database = createDatabase(app);
    try {
      await timeLists(askerOn(database), name);
    } finally {
      await database.end();
    }
  } finally {
    await server.stop();
  }
}

/** Rows by one statement a table; sort keys and grams by the program's own step at its start, which finds them missing. */
async function fill(administrator: Connection, owner: Connection, name: string): Promise<Connection | string> {
  const admin = new pg.Client(administrator);
  await admin.connect();
  await admin.query('CREATE DATABASE bench');
  await admin.end();
  const { app } = await prepareDatabase({ owner, password: 'of-a-bench-server-only', calendars: calendars() });
  const client = new pg.Client(owner);
  await client.connect();
  const begun = performance.now();
  let [filled, named] = [0, 0];
  try {
    for (const org of [ours, theirs]) await fillOrganisation(client, org, people);
    filled = performance.now();
    await refreshNames(client);
    named = performance.now();
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
  figure(`lists on ${name}: two organisations of ${people} people filled`, (filled - begun) / 1000, 's');
  figure(`lists on ${name}: sort keys and grams of all of them made at start`, (named - filled) / 1000, 's');
  return app;
}

type Ask = (query: string, input: unknown) => Promise<{ readonly next: string | null }>;
type Asker = ReturnType<typeof askerOn>;
type Timed = { readonly what: string; readonly first: number; readonly far: number; readonly page: number };

async function timeLists(asker: Asker, name: string): Promise<void> {
  const officer = actorOf(ours, 'security-officer');
  const ask: Ask = (query, input) => asker(query, input, officer) as Promise<{ next: string | null }>;
  for (const [list, cases] of Object.entries(listCases(plainRules, people))) {
    const timed: Timed[] = [];
    for (const one of cases) timed.push(await timeCase(ask, one));
    row(`lists on ${name}: ${list}, page 1, slowest of ${cases.length} sorts and filters`, timed, ({ first }) => first);
    const long = timed.filter(({ page }) => page === farPage);
    if (long.length > 0)
      row(`lists on ${name}: ${list}, page ${farPage}, slowest of ${long.length}`, long, ({ far }) => far);
    const short = timed.filter(({ page }) => page > 1 && page < farPage);
    if (short.length > 0)
      row(`lists on ${name}: ${list}, last page of shorter lists, slowest of ${short.length}`, short, ({ far }) => far);
  }
}

function row(name: string, timed: readonly Timed[], of: (one: Timed) => number): void {
  const [worst] = timed.toSorted((a, b) => of(b) - of(a));
  if (worst === undefined) return;
  const over = timed.filter((one) => of(one) > most).length;
  atMost(name, of(worst), 'ms', most, `p99; ${worst.what}${over === 0 ? '' : `; ${over} over the target`}`);
}

async function timeCase(ask: Ask, { query, input }: Case): Promise<Timed> {
  const asked = { ...input, limit: perPage };
  const first = await p99(() => ask(query, asked));
  const { cursor, page } = await walk(ask, query, input);
  const far = cursor === null ? first : await p99(() => ask(query, { ...asked, cursor }));
  return { what: `${query} ${JSON.stringify(input)}`, first, far, page };
}

/** The cursor of the five-hundredth page, or of the last there is: read in longer pages, which lead to the same place. */
async function walk(ask: Ask, query: string, input: object): Promise<{ cursor: string | null; page: number }> {
  let [cursor, behind]: [string | null, number] = [null, 0];
  while (behind < (farPage - 1) * perPage) {
    const limit = Math.min(200, (farPage - 1) * perPage - behind);
    const { next } = await ask(query, { ...input, limit, ...(cursor === null ? {} : { cursor }) });
    if (next === null) break;
    [cursor, behind] = [next, behind + limit];
  }
  return { cursor, page: Math.floor(behind / perPage) + 1 };
}

/** Of a hundred answers the slowest but one; of fewer where they are slow, so that a list over its target does not take minutes. */
async function p99(body: () => Promise<unknown>): Promise<number> {
  for (let n = 0; n < 3; n++) await body();
  const times: number[] = [];
  const begun = performance.now();
  while (times.length < 100 && (times.length < 20 || performance.now() - begun < 1500)) {
    const start = performance.now();
    await body();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0;
}
