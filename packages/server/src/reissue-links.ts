import type { Program } from './compose.ts';
import type { FirstLink } from './first-start.ts';
import { type Beginner, beginnersOf, somebodyInvites, somebodySignsIn } from './modules/identity/index.ts';
import { machine } from './platform/actions/machine.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { Database } from './platform/database/database.ts';

type Parts = {
  readonly program: Pick<Program, 'run' | 'catalogue'>;
  readonly database: Database;
  readonly clock: Clock;
};

/**
 * The links of a first start are shown once and end after a quarter of an hour. Until the first person has come in, each start makes new
 * ones: otherwise whoever did not see them in time would stand outside for good.
 */
export async function linksUntilSomebodyCame(parts: Parts, org: string): Promise<FirstLink[]> {
  const now = new Date(parts.clock.now() / 1000);
  const beginners = await parts.database.inOrganisation(org, async (tx) =>
    (await somebodySignsIn(tx)) ? [] : beginnersOf(tx, now),
  );
  return issue(parts, org, beginners);
}

/** New links for administrators; null while one of them can sign in, who is the one to let others in. */
export async function linksForAdministrators(parts: Parts, org: string): Promise<FirstLink[] | null> {
  const now = new Date(parts.clock.now() / 1000);
  const beginners = await parts.database.inOrganisation(org, async (tx) =>
    (await somebodyInvites(tx, now)) ? null : beginnersOf(tx, now),
  );
  return beginners === null
    ? null
    : issue(
        parts,
        org,
        beginners.filter(({ role }) => role === 'administrator'),
      );
}

/** Each an action of the machine's administrator, and in the journal as such. */
async function issue({ program }: Parts, org: string, beginners: readonly Beginner[]): Promise<FirstLink[]> {
  const action = program.catalogue.actions.get('identity.issue-link');
  if (action === undefined) throw new Error('there is no action identity.issue-link');
  if (beginners.length === 0) return [];
  const inputs = beginners.map(({ account }) => ({ account, kind: 'first-sign-in' }));
  const made = (await program.run(action, inputs, machine(org))) as { readonly token: string }[];
  return beginners.flatMap(({ role }, at) => (made[at] === undefined ? [] : [{ role, token: made[at].token }]));
}
