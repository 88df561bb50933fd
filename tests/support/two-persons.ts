import { exampleRegister } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { ExampleText } from '@sallyport/core/law';
import type { Client } from 'pg';
import type { Actor } from '../../packages/server/src/platform/actions/actor.ts';
import { type Refusal, Refused } from '../../packages/server/src/platform/actions/refusal.ts';
import { actorOf } from './rooms.ts';
import { loadFacts } from './stored-duties.ts';

type Role = Parameters<typeof actorOf>[1];

/** Somebody with an account of their own, who has just shown their second factor: what acts of two persons ask for. */
export const freshActor = (org: string, account: string, role: Role, person: string | null = null): Actor => ({
  ...actorOf(org, role, { person }),
  account,
  session: `session-${account}`,
  fresh: true,
});

type AccountRow = readonly [account: string, role: Role, person?: string | null];

/** An organisation of which a few facts are known, with accounts that each hold one role and a passkey. */
export async function openOrganisationOf(
  owner: Client,
  org: string,
  subjectKind: string,
  facts: ExampleText['facts'],
  accounts: readonly AccountRow[],
): Promise<void> {
  const register = exampleRegister(
    { case: 'other', asOf: '2026-11-23', facts, expect: 'none' },
    vocabulary,
    subjectKind,
  );
  if ('zh' in register) throw new Error(register.en);
  await loadFacts(owner, register, org);
  await owner.query("INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'aaaaaaaa', now())", [org]);
  for (const [account, role, person = null] of accounts) {
    await owner.query(
      `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, $2, $2, 'Name of ' || $2, $3, 'active', '2026-01-01')`,
      [org, account, person],
    );
    await owner.query(
      `INSERT INTO account_passkey (org_id, id, account, label, credential, public_key, counter, transports, made_at)
       VALUES ($1, $2, $2, 'x', $2, '\\x00', 0, '{}', '2026-01-01')`,
      [org, account],
    );
    await owner.query(
      `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at) VALUES ($1, $2, $2, $3, NULL, '2026-01-01', '2026-01-01')`,
      [org, account, role],
    );
  }
}

/** What somebody was told who was refused; undefined where it was done. Any other failure is thrown. */
export async function refusalOf(done: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await done;
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0];
    throw error;
  }
  return undefined;
}
