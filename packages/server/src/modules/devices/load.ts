import { type Scope, scopeOf } from '@sallyport/core/access';
import { type Day, parseDay } from '@sallyport/core/calendar';
import type { Device, Keeper } from '@sallyport/core/devices';
import type { Actor } from '../../platform/actions/actor.ts';
import type { Stored } from './store.ts';

/** The device as the machine sees it. */
export const deviceIn = (stored: Stored, today: Day): Device => ({
  today,
  last: { act: stored.lastAct, finding: stored.lastFinding, suspect: stored.suspect },
  loan:
    stored.trip === null || stored.traveller === null
      ? null
      : {
          trip: stored.trip,
          traveller: stored.traveller,
          // Erased: nobody is taken for them.
          person: stored.person ?? '',
          dueBackOn: stored.dueBackOn === null ? null : parseDay(stored.dueBackOn),
        },
});

const overAll = (actor: Actor, ...roles: ('custodian' | 'security-officer')[]): boolean => {
  if (actor.via === 'machine') return true;
  const rights = Object.fromEntries(roles.map((role) => [role, 'grant' as const]));
  const scope: Scope | null = actor.secondFactor ? scopeOf(rights, actor.grants, null) : null;
  return scope?.whole === true;
};

/** Somebody as the pool meets them; whether they are a party depends on the journey. */
export const keeperOf = (actor: Actor, party: boolean): Keeper => ({
  person: actor.person,
  keeper: overAll(actor, 'custodian', 'security-officer'),
  officer: overAll(actor, 'security-officer'),
  party,
});
