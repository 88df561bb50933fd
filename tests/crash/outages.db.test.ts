import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine } from '../../packages/server/src/modules/duties/engine.ts';
import { readCalendars } from '../../packages/server/src/modules/law/index.ts';
import { disagreements } from '../support/stored-duties.ts';
import { broken, halves, lost } from './checks.ts';
import { externalServer } from './external-server.ts';
import { type Behind, lookBehind, makeDataFolder, smallRegister, urlOf } from './installation.ts';
import { createWriteLoad, type WriteLoad } from './load.ts';
import { createPrograms, type Victim } from './programs.ts';
import { travelLaw } from './travel-law.ts';

const engine = createEngine(travelLaw(), readCalendars());
const register = smallRegister();
const programs = createPrograms();
afterAll(() => programs.end());

const patience = { timeout: 120_000, interval: 100 };

/** One program for the tests of a `describe`, under a write load. */
function oneProgram(data: string, database: () => { url: string; appUrl: string } | null) {
  let victim: Victim;
  let [now, org, address] = [0, '', ''];
  const own = {} as { behind: Behind; load: WriteLoad };

  beforeAll(async () => {
    victim = await programs.next();
    const order = {
      do: 'start',
      data,
      register: register.folder,
      database: database(),
      days: 0,
      migrations: 0,
    } as const;
    const report = await victim.ask({ ...order, death: null });
    if (report.is !== 'started') throw new Error('it did not start');
    ({ now, org, address } = report);
    own.behind = await lookBehind(data, report.owner);
    own.load = createWriteLoad(join(data, 'sallyport.sock'), org, register.travellers, register.trips);
  }, 300_000);
  afterAll(async () => {
    await own.behind?.end();
    await victim?.kill();
  });

  return {
    own,
    readiness: async () => (await fetch(`${address}/readyz`)).json() as Promise<{ status: string }>,
    /** Everything acknowledged is there, everything else is done when it is sent again, and journal and duties hold. */
    recovered: async (): Promise<void> => {
      const { behind, load } = own;
      const { client, journal } = behind;
      await load.sendAgain();
      expect(await lost(client, org, load.attempts)).toEqual([]);
      expect(await halves(client, org)).toEqual([]);
      const waiting = async () => (await client.query('SELECT FROM journal_pending')).rowCount;
      await vi.waitFor(async () => expect(await waiting()).toBe(0), patience);
      expect(await broken(journal, org, [])).toEqual([]);
      expect(await disagreements(client, org, now, null, engine)).toEqual([]);
    },
  };
}

describe('a lost database connection', () => {
  const { data, remove } = makeDataFolder();
  const server = externalServer();
  const { own, readiness, recovered } = oneProgram(data, () => server.urls());
  afterAll(remove);

  test('is said so, holds nobody up, and is over when the database is back', async () => {
    const writing = own.load.write(4);
    await own.load.answered(5);
    await own.behind.end();
    await server.close();
    await writing;
    expect(new Set(own.load.refusals)).toEqual(new Set(['503 request.database-lost']));
    expect(await readiness()).toEqual({ status: 'database-lost' });
    await server.open();
    await vi.waitFor(async () => expect(await readiness()).toEqual({ status: 'ok' }), patience);
    own.behind = await lookBehind(data, urlOf(server.owner()));
    await recovered();
    // The queue works on as well.
    const { rows } = await own.behind.client.query<{ id: string }>(
      "INSERT INTO pgboss.job (name, data) SELECT 'duties.recompute', jsonb_build_object('org', org_id, 'payload', '{}'::jsonb) FROM tenant RETURNING id",
    );
    const state = async () =>
      (await own.behind.client.query('SELECT state FROM pgboss.job WHERE id = $1', [rows[0]?.id])).rows;
    await vi.waitFor(async () => expect(await state()).toEqual([{ state: 'completed' }]), patience);
  }, 300_000);
});

describe('a full disk', () => {
  const { data: disk, remove } = makeDataFolder();
  const data = join(disk, 'data');
  const filler = join(disk, 'filler');
  mkdirSync(disk, { recursive: true });
  // Only root can make a disk, and continuous integration is root.
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=192m,mode=0711', 'tmpfs', disk]);
  const { own, readiness, recovered } = oneProgram(data, () => null);
  afterAll(() => {
    execFileSync('umount', ['--lazy', disk]);
    remove();
  });

  test('refuses what is written and says why, shows what is there, and is over when there is room', async () => {
    const writing = own.load.write(4);
    await own.load.answered(5);
    fill(filler, disk);
    await writing;
    expect(new Set(own.load.refusals)).toEqual(new Set(['507 request.disk-full']));
    expect(await readiness()).toEqual({ status: 'disk-full' });
    rmSync(filler);
    await recovered();
  }, 300_000);
});

/** Takes every block that is left. */
function fill(path: string, disk: string): void {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4096);
  try {
    while (statfsSync(disk).bavail > 0) writeSync(file, block);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}
