import { createSecretKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { dayAt } from '@sallyport/core/calendar';
import { seatOffset } from '@sallyport/core/facts';
import { readCalendars, readInstalledLaw } from '../../packages/server/src/modules/law/index.ts';
import { createTestClock } from '../../packages/server/src/platform/clock/test-clock.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { createFiles } from '../../packages/server/src/platform/files/files.ts';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';
import { createPress } from '../../packages/server/src/platform/paper/press.ts';
import { createSealer } from '../../packages/server/src/platform/secrets/sealer.ts';
import { createRooms } from '../../packages/server/src/rooms.ts';
import { type TestRooms, testRooms } from '../support/rooms.ts';

const offset = seatOffset('cn');
const dayOf = (instant: number): number => dayAt(instant, offset);
export const law = readInstalledLaw();

/** Every room of the program on a test database, with a clock that stands and no queue. */
export function wholeProgram(database: Database) {
  const clock = createTestClock('2026-11-23T12:00:00+08:00');
  const jobs = { send: async () => undefined };
  const key = () => createSecretKey(randomBytes(32));
  const { rooms, journal, duties, privacy } = createRooms({
    press: createPress(),
    database,
    clock,
    ids: createIds({ now: () => clock.now() / 1000 }),
    dayOf,
    offset,
    law,
    calendars: readCalendars(),
    jobs,
    files: createFiles({ folder: '/nowhere', sealer: createSealer({ key: key() }) }),
    secrets: {
      installationId: randomUUID(),
      journalKey: generateKeyPairSync('ed25519').privateKey,
      keyEncryptionKey: key(),
      tokenPepper: key(),
    },
    origins: () => ['http://localhost:4380'],
    oidc: null,
    mailServer: true,
    knows: () => true,
    showsPerson: () => true,
    askNamed: (name, input, actor) => testing.ask(name, input, actor),
    recordFault: (error) => {
      throw error;
    },
  });
  // Entries go no further than the test: accounts here have names for ids, to be read in what fails.
  const parts = { clock, dayOf, jobs, duties: duties.port, seen: privacy.seen };
  const testing: TestRooms = testRooms(database, rooms, parts);
  return { rooms, journal, duties, clock, ...testing };
}

/** Whatever is done is undone when it is answered, so that everybody asks about the same things. */
export function rollingBack(database: Database): Database {
  return {
    ...database,
    async inOrganisation(org, run) {
      let answer: { readonly value: Awaited<ReturnType<typeof run>> } | null = null;
      const undone = new Error('undone');
      try {
        await database.inOrganisation(org, async (tx) => {
          answer = { value: await run(tx) };
          throw undone;
        });
      } catch (error) {
        if (error !== undone) throw error;
      }
      return (answer as { readonly value: Awaited<ReturnType<typeof run>> } | null)?.value as never;
    },
  };
}
