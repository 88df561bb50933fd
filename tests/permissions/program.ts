import { createSecretKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { dayAt } from '@sallyport/core/calendar';
import { seatOffset } from '@sallyport/core/facts';
import { declaredTables } from '../../packages/server/src/declared-tables.ts';
import { createDuties } from '../../packages/server/src/modules/duties/index.ts';
import { accountsOfPerson, createIdentity } from '../../packages/server/src/modules/identity/index.ts';
import {
  createJournal,
  eraseValuesOfPersons,
  eraseValuesOfSubjects,
} from '../../packages/server/src/modules/journal/index.ts';
import { createLawRoom, readCalendars, readInstalledLaw } from '../../packages/server/src/modules/law/index.ts';
import { organisationRoom } from '../../packages/server/src/modules/organisation/index.ts';
import { createPrivacy, shownTo } from '../../packages/server/src/modules/privacy/index.ts';
import { registerRoom } from '../../packages/server/src/modules/register/index.ts';
import { createTestClock } from '../../packages/server/src/platform/clock/test-clock.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';
import { testRooms } from '../support/rooms.ts';

const offset = seatOffset('cn');
const dayOf = (instant: number): number => dayAt(instant, offset);
export const law = readInstalledLaw();

/** Every room of the program, composed as `open.ts` does, on a test database. */
export function wholeProgram(database: Database) {
  const clock = createTestClock('2026-11-23T12:00:00+08:00');
  const ids = createIds({ now: () => clock.now() / 1000 });
  const jobs = { send: async () => undefined };
  const key = () => createSecretKey(randomBytes(32));
  const journal = createJournal({
    database,
    clock,
    ids,
    dayOf,
    installation: randomUUID(),
    key: generateKeyPairSync('ed25519').privateKey,
    recordFault: (error) => {
      throw error;
    },
  });
  const calendars = readCalendars();
  const duties = createDuties({ law, calendars, jobs, dayOf, offset, database, journal: journal.port, salt: ids.salt });
  const identity = createIdentity({
    database,
    clock,
    ids,
    pepper: key(),
    sealingKey: key(),
    origins: () => ['http://localhost:4380'],
    oidc: null,
    knows: () => true,
    concerned: shownTo,
  });
  const privacy = createPrivacy({
    ids,
    clock,
    dayOf,
    law,
    tables: declaredTables,
    accountsOf: accountsOfPerson,
    values: { eraseOfSubjects: eraseValuesOfSubjects, eraseOfPersons: eraseValuesOfPersons },
  });
  const rooms = [
    organisationRoom(),
    identity,
    createLawRoom(law),
    duties.room,
    journal.room,
    registerRoom({ ids }),
    privacy.room,
  ];
  // Entries go no further than the test: accounts here have names for ids, to be read in what fails.
  const parts = { clock, dayOf, jobs, duties: duties.port, seen: privacy.seen };
  return { rooms, journal, clock, ...testRooms(database, rooms, parts) };
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
