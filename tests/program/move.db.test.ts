import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { importRegister, openOrganisation } from '../../packages/server/src/first-start.ts';
import { compareTables } from '../../packages/server/src/move/copy.ts';
import { move } from '../../packages/server/src/move/move.ts';
import { claimTarget } from '../../packages/server/src/move/target.ts';
import { open } from '../../packages/server/src/open.ts';
import { type Config, readConfig } from '../../packages/server/src/platform/config/config.ts';
import { countRows } from '../../packages/server/src/platform/dump/write-tables.ts';
import { listenOnSocket } from '../../packages/server/src/platform/http/listen.ts';
import { socketPath } from '../../packages/server/src/platform/http/socket-path.ts';
import { ExplainedError } from '../../packages/server/src/platform/words/explained-error.ts';
import { demo, sallyportWith } from '../cli/sallyport.ts';
import { eachDatabase } from '../support/databases.ts';
import { appPassword } from '../support/template.ts';
import { urlOf } from '../support/test-data-folder.ts';

// Each starts servers and whole programs: on a busy machine that takes minutes.
vi.setConfig({ testTimeout: 600_000 });

const folder = mkdtempSync(join(tmpdir(), 'sallyport-move-'));
const data = join(folder, 'data');
const config = readConfig({ SALLYPORT_DATA: data, LOG_LEVEL: 'error' });
const countWaiting =
  "SELECT count(*)::int AS waiting FROM pgboss.job WHERE name = 'duties.recompute' AND state < 'completed'";
let waiting = 0;
let before: Readonly<Record<string, number>> = {};

/** Looks at the source as it lies in the data folder. */
async function inSource<T>(look: (client: Client) => Promise<T>): Promise<T> {
  const opened = await open(config);
  const client = new Client(opened.owner);
  await client.connect();
  try {
    return await look(client);
  } finally {
    await client.end();
    await opened.close();
  }
}

beforeAll(async () => {
  // Open for passing through, so that a database that root starts lies within and goes with the folder.
  chmodSync(folder, 0o711);
  mkdirSync(data, { mode: 0o711 });
  const opened = await open(config);
  const { program, duties, clock, journal, database, jobs } = opened;
  const org = await openOrganisation(program, true);
  await importRegister(opened, org, demo);
  if ((await duties.countDiffering(org, clock.now())) > 0)
    throw new Error('an import leaves every duty as a full evaluation has it');
  await journal.sealer.sealAll(org);
  await database.inOrganisation(org, (tx) => jobs.send(tx, 'duties.recompute', { org }));
  await opened.close();
  await inSource(async (client) => {
    before = await countRows(client);
    waiting = (await client.query<{ waiting: number }>(countWaiting)).rows[0]?.waiting ?? 0;
  });
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof ExplainedError) return error.code;
    return (error as { code?: string }).code ?? String(error);
  }
};

eachDatabase(({ connection, client, major }) => {
  const to = urlOf(connection);
  const appUrl = urlOf({ ...connection, user: 'sallyport_app', password: appPassword });
  const quiet = { to, appUrl, progress: () => undefined };
  const onTarget: Config = { ...config, database: { url: to, appUrl } };

  test('a target that cannot be is refused with the reason, before anything is done', async () => {
    expect(await codeOf(move(config, { ...quiet, to: 'mysql://a/b' }))).toBe('move.bad-target');
    expect(await codeOf(move(config, { ...quiet, to: 'embedded' }))).toBe('move.bad-target');
    expect(await codeOf(move(config, { ...quiet, to: to.replace(/\/test_\w+/, '/not_there') }))).toBe(
      'move.unreachable',
    );
    await client.query('CREATE TABLE somebodys (n int)');
    expect(await codeOf(move(config, quiet))).toBe('move.used');
    await client.query('DROP TABLE somebodys');
    const running = await listenOnSocket(() => new Response('ok'), socketPath(data));
    expect(await codeOf(move(config, quiet))).toBe('move.running');
    await running.stop();
  });

  test('a move that was cut off cannot be started on, is refused to others, and is taken up again', async () => {
    const cutOff = () => {
      throw new Error('the power went');
    };
    await expect(move(config, { ...quiet, progress: cutOff })).rejects.toThrow('the power went');
    expect(await codeOf(open(onTarget))).toBe('database.half-moved');
    expect(await codeOf(claimTarget(client, 'another-installation'))).toBe('move.half');

    const run = sallyportWith({ SALLYPORT_DATA: data }, 'move', '--to', to, '--app-url', appUrl, '--json');
    expect(run).toMatchObject({ status: 0 });
    const moved = JSON.parse(run.stdout) as {
      resumed: boolean;
      counts: object;
      organisations: number;
      logs: { entries: number }[];
    };
    expect(moved).toMatchObject({ resumed: true, counts: before, organisations: 1 });
    expect(moved.logs[0]?.entries).toBe(before['journal_leaf']);
  });

  test('the program works on the target, and what waited in the queue waits there', async () => {
    const { rows } = await client.query(countWaiting);
    expect(waiting).toBeGreaterThan(0);
    expect(rows).toEqual([{ waiting }]);
    const opened = await open(onTarget);
    const { journal } = opened;
    for (const org of await journal.logs()) {
      const reports = await journal.verify(org, { held: [], witnesses: [] });
      expect(reports.flatMap(({ findings }) => findings).filter(({ kind }) => kind === 'broken')).toEqual([]);
    }
    await opened.close();
    expect(await codeOf(move(config, quiet))).toBe('move.used');
  });

  test('back into an embedded database; a row that differs is named by its table', async () => {
    const home = join(folder, `back-${major}`);
    mkdirSync(home, { mode: 0o711 });
    cpSync(join(data, 'secrets'), join(home, 'secrets'), { recursive: true });
    chmodSync(join(home, 'secrets'), 0o700);
    const moved = await move({ ...onTarget, data: home }, { ...quiet, to: 'embedded', appUrl: null });
    expect(moved.counts['fact_person']).toBe(before['fact_person']);
    const back = await open({ ...config, data: home });
    const there = new Client(back.owner);
    await there.connect();
    await there.query("UPDATE fact_person SET joined_on = '1999-01-01' WHERE id = (SELECT min(id) FROM fact_person)");
    expect(await codeOf(compareTables(client, there))).toBe('move.differs');
    await there.end();
    await back.close();
  });
});

test('after all that the source lies there as it was', async () => {
  expect(await inSource(countRows)).toEqual(before);
});
