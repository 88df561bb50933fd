import { randomUUID } from 'node:crypto';
import type { Law } from '@sallyport/core/law';
import { declaredTables } from '../../packages/server/src/declared-tables.ts';
import {
  accountsOfPerson,
  closeAccountsOfPerson,
  endTokensUnder,
  inOneLine,
  leadsOfUnits,
} from '../../packages/server/src/modules/identity/index.ts';
import { readInstalledLaw } from '../../packages/server/src/modules/law/index.ts';
import { mergedInto } from '../../packages/server/src/modules/people/index.ts';
import { createPrivacy, type Privacy, type PrivacyParts } from '../../packages/server/src/modules/privacy/index.ts';
import { registerRoom } from '../../packages/server/src/modules/register/index.ts';
import type { Room } from '../../packages/server/src/platform/actions/implement.ts';
import type { RunnerParts } from '../../packages/server/src/platform/actions/runner.ts';
import { createTestClock, type TestClock } from '../../packages/server/src/platform/clock/test-clock.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { type TestRooms, testRooms } from '../support/rooms.ts';

export type PrivacyRooms = TestRooms & {
  readonly clock: TestClock;
  readonly erasedValues: string[];
  readonly noteErased: Privacy['noteErased'];
};

const law: Law = readInstalledLaw();

/** A clause whose text has been checked, as holds and handovers need one. */
export const checkedClause = [...law.clauses].find(([, { clause }]) => clause.sureness === 'text')?.[0] ?? '';

/** The register and the room of people's data on a real database, with a clock that stands. */
export function privacyRooms(
  database: Database,
  {
    parts = {},
    runner = {},
    rooms: others = [],
  }: { parts?: Partial<PrivacyParts>; runner?: Partial<RunnerParts>; rooms?: readonly Room[] } = {},
): PrivacyRooms {
  const clock = createTestClock('2026-11-23T12:00:00+08:00');
  const dayOf = (instant: number): number => Math.floor((instant + 8 * 3_600_000_000) / 86_400_000_000);
  const erasedValues: string[] = [];
  const privacy = createPrivacy({
    ids: { uuid: randomUUID },
    clock,
    dayOf,
    law,
    tables: declaredTables,
    mergedInto,
    accountsOf: accountsOfPerson,
    closeAccounts: closeAccountsOfPerson,
    endTokensUnder,
    inOneLine,
    values: {
      eraseOfSubjects: async (_tx, subjects) => erasedValues.push(...subjects),
      eraseOfPersons: async (_tx, persons) => erasedValues.push(...persons),
    },
    ...parts,
  });
  const rooms = testRooms(
    database,
    [registerRoom({ ids: { uuid: randomUUID }, leadsOf: leadsOfUnits }), privacy.room, ...others],
    {
      clock,
      dayOf,
      seen: privacy.seen,
      ...runner,
    },
  );
  return { ...rooms, clock, erasedValues, noteErased: privacy.noteErased };
}
