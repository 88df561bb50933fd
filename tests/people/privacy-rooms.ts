import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@sallyport/core/access';
import type { Law } from '@sallyport/core/law';
import type { Client } from 'pg';
import { declaredTables } from '../../packages/server/src/declared-tables.ts';
import { createBearers } from '../../packages/server/src/modules/identity/bearer.ts';
import {
  accountsOfPerson,
  closeAccountsOfPerson,
  endTokensUnder,
  leadsOfUnits,
} from '../../packages/server/src/modules/identity/index.ts';
import { createTenants } from '../../packages/server/src/modules/identity/tenants.ts';
import { implementTwoPersons } from '../../packages/server/src/modules/identity/two-persons.ts';
import { implementPendingActs } from '../../packages/server/src/modules/identity/two-persons-shown.ts';
import { readInstalledLaw } from '../../packages/server/src/modules/law/index.ts';
import { mergedInto } from '../../packages/server/src/modules/people/index.ts';
import { createPrivacy, type Privacy, type PrivacyParts } from '../../packages/server/src/modules/privacy/index.ts';
import { registerRoom } from '../../packages/server/src/modules/register/index.ts';
import type { Actor } from '../../packages/server/src/platform/actions/actor.ts';
import type { Room } from '../../packages/server/src/platform/actions/implement.ts';
import type { RunnerParts } from '../../packages/server/src/platform/actions/runner.ts';
import { createTestClock, type TestClock } from '../../packages/server/src/platform/clock/test-clock.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { actorOf, type TestRooms, testRooms } from '../support/rooms.ts';

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
  const post = { keepAddress: async () => undefined, write: async () => true };
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
    post,
    values: {
      eraseOfSubjects: async (_tx, subjects) => erasedValues.push(...subjects),
      eraseOfPersons: async (_tx, persons) => erasedValues.push(...persons),
    },
    ...parts,
  });
  const twoPersons = {
    ids: { uuid: randomUUID },
    bearers: createBearers(createSecretKey(randomBytes(32))),
    tenants: createTenants(database),
    pepper: createSecretKey(randomBytes(32)),
    post,
    acts: privacy.acts,
  };
  const second: Room = {
    actions: implementTwoPersons(twoPersons),
    queries: [implementPendingActs(twoPersons)],
    words: { zh: {}, en: {} },
  };
  const rooms = testRooms(
    database,
    [
      registerRoom({
        ids: { uuid: randomUUID },
        leadsOf: leadsOfUnits,
        isMerged: async () => false,
        inRoom: async () => null,
      }),
      privacy.room,
      second,
      ...others,
    ],
    {
      clock,
      dayOf,
      seen: privacy.seen,
      ...runner,
    },
  );
  return { ...rooms, clock, erasedValues, noteErased: privacy.noteErased };
}

/** Somebody of the staff with an account and a second factor, as whom acts of two are asked for and signed; fresh from their proof. */
export async function staffMember(owner: Client, org: string, role: Role, account = role as string): Promise<Actor> {
  await owner.query(
    `INSERT INTO account (org_id, id, login, name, status, made_at) VALUES ($1, $2, $2, $2, 'active', '2026-01-01')`,
    [org, account],
  );
  await owner.query(
    `INSERT INTO account_passkey (org_id, id, account, label, credential, public_key, counter, transports, made_at)
     VALUES ($1, $2, $2, 'x', $2, '\\x00', 0, '{}', '2026-01-01')`,
    [org, account],
  );
  await owner.query(
    `INSERT INTO role_grant (org_id, id, account, role, from_at, made_at) VALUES ($1, $2, $2, $3, '2026-01-01', '2026-01-01')`,
    [org, account, role],
  );
  return { ...actorOf(org, role), account, session: `session-${account}`, fresh: true };
}

/** Somebody erased as it is done: one asks, another signs. */
export async function eraseByTwo(
  rooms: Pick<TestRooms, 'one'>,
  asked: { readonly person: string; readonly reason: string },
  [first, second]: readonly [first: Actor, second: Actor],
): Promise<void> {
  const { act } = (await rooms.one('privacy.erasePerson', asked, first)) as { act: string };
  await rooms.one('identity.confirm-act', { act }, second);
}
