import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../packages/server/src/modules/duties/engine.ts';
import { readCalendars } from '../../packages/server/src/modules/law/index.ts';
import { openBackup } from '../../packages/server/src/platform/backup-crypto/backup-file.ts';
import { disagreements } from '../support/stored-duties.ts';
import { broken, checkpoint, halves, lost } from './checks.ts';
import { type Behind, lookBehind, makeDataFolder, smallRegister } from './installation.ts';
import { askSocket, createWriteLoad, isGone, type WriteLoad } from './load.ts';
import type { Death } from './orders.ts';
import { createPrograms, Died, type Victim } from './programs.ts';
import { travelLaw } from './travel-law.ts';

/** How often it is killed at each step; a longer run is asked for by the environment. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 1);
const writers = 4;

/**
 * One installation, carried through every kill: the program writes for several clients, dies at a step, comes up again and has lost nothing
 * that it acknowledged. What its clients do not know the end of they send again, and it is done once.
 */
export function killPoints(addresses: () => { readonly url: string; readonly appUrl: string } | null): void {
  const { data, remove } = makeDataFolder();
  const register = smallRegister();
  const programs = createPrograms();
  const engine = createEngine(travelLaw(), readCalendars());
  const held: string[] = [];
  let [days, migrations, now, org] = [0, 0, 0, ''];
  let victim: Victim;
  let behind: Behind;
  let load: WriteLoad;

  async function launch(death: Death | null = null): Promise<void> {
    const database = addresses();
    victim = await programs.next();
    const report = await victim.ask({
      do: 'start',
      data,
      register: register.folder,
      database,
      days,
      migrations,
      death,
    });
    if (report.is !== 'started') throw new Error('it did not start');
    ({ now, org } = report);
    behind = await lookBehind(data, report.owner);
  }

  /** Up again after a death; what it left is looked at before anything else is done. */
  async function revive(): Promise<void> {
    await launch();
    const { client, journal } = behind;
    expect(await lost(client, org, load.attempts)).toEqual([]);
    expect(await halves(client, org)).toEqual([]);
    expect(await broken(journal, org, held)).toEqual([]);
    expect(await disagreements(client, org, now, null, engine)).toEqual([]);
    await load.sendAgain();
    expect(await lost(client, org, load.attempts)).toEqual([]);
    expect(await halves(client, org)).toEqual([]);
    const note = await checkpoint(client, org);
    if (note !== null) held.push(note);
  }

  /** Writes until it dies at the step, with what else has to happen for it to come there, and starts it again. */
  async function dies(death: Death, meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
    const before = load.attempts.length;
    await victim.ask({ do: 'die', death });
    await Promise.all([victim.died, load.write(writers), meanwhile()]);
    expect(load.attempts.length).toBeGreaterThan(before);
    await behind.end();
    await revive();
  }

  beforeAll(async () => {
    await launch();
    load = createWriteLoad(join(data, 'sallyport.sock'), org, register.travellers, register.trips);
  }, 120_000);

  afterAll(async () => {
    await behind?.end();
    await victim?.kill();
    programs.end();
    remove();
  });

  const each = Array.from({ length: rounds }, (_, n) => n);
  const longest = (rounds + 1) * 60_000;

  test.each(['before-write', 'after-journal', 'after-commit'] as const)(
    'killed %s',
    async (at) => {
      for (const n of each) await dies({ at, nth: 5 + n * 4 });
      expect(load.unanswered()).toEqual([]);
    },
    longest,
  );

  test(
    'killed during a seal',
    async () => {
      for (const n of each) await dies({ at: 'seal', nth: 1 + (n % 3) });
      expect(load.unanswered()).toEqual([]);
    },
    longest,
  );

  test(
    'killed during a tick',
    async () => {
      const daysGoBy = async (): Promise<void> => {
        await load.answered(5);
        for (; ; days++) {
          try {
            await load.between(async () => victim.ask({ do: 'tomorrow' }));
            await victim.ask({ do: 'tick' });
          } catch (error) {
            if (!(error instanceof Died)) throw error;
            // The day had come before it died: a clock that went back would be named by the journal.
            days++;
            return;
          }
        }
      };
      for (const n of each) await dies({ at: 'tick', nth: 1 + n }, daysGoBy);
      expect(load.unanswered()).toEqual([]);
    },
    longest,
  );

  test(
    'killed during a migration',
    async () => {
      for (const n of each) {
        // The program before it was at work when it was ended for the newer one.
        const writing = load.write(writers);
        await load.answered(10);
        await Promise.all([victim.kill(), writing]);
        await behind.end();
        migrations += 2;
        await expect(launch({ at: 'migration', nth: 1 + (n % 4) })).rejects.toThrow(Died);
        await revive();
        const { rows } = await behind.client.query(
          "SELECT count(*)::int AS made, (SELECT count(*)::int FROM migration WHERE number >= 9000) AS recorded FROM pg_tables WHERE tablename LIKE 'crash%'",
        );
        expect(rows).toEqual([{ made: migrations, recorded: migrations }]);
      }
    },
    longest,
  );

  test(
    'killed during a backup',
    async () => {
      const socket = join(data, 'sallyport.sock');
      const backUp = async (): Promise<void> => {
        await load.answered(5);
        await askSocket(socket, '/administration/back-up', {}, {}).catch((error: unknown) => {
          if (!isGone(error)) throw error;
        });
      };
      for (const n of each) await dies({ at: 'backup', nth: 1 + (n % 2) }, backUp);
      // What was cut off is taken away by the next, and every file that has a name is whole.
      expect((await askSocket(socket, '/administration/back-up', {}, {})).status).toBe(200);
      const folder = join(data, 'backups');
      const files = readdirSync(folder);
      expect(files.filter((name) => !name.endsWith('.age'))).toEqual([]);
      for (const name of files) expect(await bytesIn(join(folder, name))).toBeGreaterThan(0);
    },
    longest,
  );

  async function bytesIn(file: string): Promise<number> {
    const identity = readFileSync(join(data, 'secrets', 'backup-identity'), 'utf8').trim();
    let bytes = 0;
    for await (const piece of openBackup({ identity, file })) bytes += piece.length;
    return bytes;
  }
}
