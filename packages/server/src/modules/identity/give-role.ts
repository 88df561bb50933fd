import type { Role } from '@sallyport/core/access';
import { type Instant, parseInstant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { clashOf, mayGive } from './giving.ts';
import { dateOf } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { lockAccount } from './store/accounts.ts';
import {
  currentGrants,
  deputiesOf,
  endGrant,
  everGranted,
  type HeldGrant,
  insertGrant,
  isUnder,
  lastingGrantsOf,
  unitExists,
} from './store/grants.ts';
import { lockSeparation } from './store/settings.ts';

export type RoleToGive = {
  readonly account: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly standsInFor?: string | undefined;
};

/** Gives a role within what the giver may give, and keeps apart what belongs apart; under locks, so that two givers cannot pass each other. */
export async function giveRole(
  tx: Transaction,
  { ids }: Pick<IdentityParts, 'ids'>,
  actor: Actor,
  wanted: RoleToGive,
  now: Instant,
): Promise<HeldGrant & { readonly person: string | null }> {
  const { account, role, unit } = wanted;
  const separation = await lockSeparation(tx);
  const holder = (await lockAccount(tx, account)) ?? refuse('request.not-found');
  if (holder.status !== 'active') return refuse('identity.account-disabled');
  if (account === actor.account) return refuse('identity.not-oneself');
  if (unit !== null && !(await unitExists(tx, unit))) return refuse('request.not-found');
  await requireGiver(tx, actor, role, unit, !(await everGranted(tx, role)), now);

  const { from, until } = periodOf(wanted, now);
  const held = await currentGrants(tx, account, dateOf(now));
  if (held.some((grant) => isSame(grant, wanted) && overlaps(grant, from, until))) return refuse('identity.role-held');
  const clash = clashOf(new Set([...held.map((grant) => grant.role), role]), separation);
  if (clash !== null) return refuse('identity.roles-apart', { one: clash[0], other: clash[1] });
  await requirePrincipal(tx, wanted, until, now);

  const grant = {
    id: ids.uuid(),
    account,
    role,
    unit,
    fromAt: from,
    untilAt: until,
    standsInFor: wanted.standsInFor ?? null,
  };
  await insertGrant(tx, { ...grant, madeBy: actor.account, madeAt: dateOf(now) });
  return { ...grant, person: holder.person };
}

/** The machine's administrator gives every role; they could change the database as well. */
export async function requireGiver(
  tx: Transaction,
  actor: Actor,
  role: Role,
  unit: string | null,
  first: boolean,
  now: Instant,
): Promise<void> {
  if (actor.via === 'machine') return;
  const held = await lastingGrantsOf(tx, actor.account ?? '', dateOf(now));
  if (!mayGive(held, role, unit, first)) refuse('identity.not-yours-to-give');
}

function periodOf({ from, until }: RoleToGive, now: Instant): { from: Date; until: Date | null } {
  const read = (text: string): Date => dateOf(parseInstant(text) ?? refuse('request.invalid'));
  const period = {
    from: from === undefined ? dateOf(now) : read(from),
    until: until === undefined ? null : read(until),
  };
  if (period.until !== null && (period.until <= period.from || period.until <= dateOf(now)))
    return refuse('identity.dates-turned');
  return period;
}

const isSame = (grant: HeldGrant, { role, unit, standsInFor }: RoleToGive): boolean =>
  grant.role === role && grant.unit === unit && grant.standsInFor === (standsInFor ?? null);

const overlaps = (grant: HeldGrant, from: Date, until: Date | null): boolean =>
  (until === null || grant.fromAt < until) && (grant.untilAt === null || grant.untilAt > from);

/** AB角: a deputy stands in for somebody who holds the role there, and for a time that ends. */
async function requirePrincipal(
  tx: Transaction,
  { account, role, unit, standsInFor }: RoleToGive,
  until: Date | null,
  now: Instant,
): Promise<void> {
  if (standsInFor === undefined) return;
  if (until === null) refuse('identity.deputy-needs-end');
  if (standsInFor === account || !(await isHeldThere(tx, standsInFor, { role, unit }, now)))
    refuse('identity.deputy-of-nobody');
}

/** Whether somebody holds the role themselves, there or above. */
async function isHeldThere(
  tx: Transaction,
  principal: string,
  { role, unit }: Pick<RoleToGive, 'role' | 'unit'>,
  now: Instant,
): Promise<boolean> {
  for (const grant of await currentGrants(tx, principal, dateOf(now))) {
    if (grant.role !== role || grant.standsInFor !== null) continue;
    if (grant.unit === null || (unit !== null && (await isUnder(tx, unit, grant.unit)))) return true;
  }
  return false;
}

/** Ends those who stood in for somebody in a role that was taken from them: their access must not outlive it. */
export async function endDeputies(
  tx: Transaction,
  principal: string,
  role: Role,
  by: string | null,
  now: Instant,
): Promise<string[]> {
  const ended: string[] = [];
  for (const { id, unit } of await deputiesOf(tx, principal, role)) {
    if (await isHeldThere(tx, principal, { role, unit }, now)) continue;
    await endGrant(tx, id, by, dateOf(now));
    ended.push(id);
  }
  return ended;
}
