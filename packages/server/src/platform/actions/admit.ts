import { type Place, reaches, type Scope, scopeOf, staffRoles } from '@sallyport/core/access';
import type { Admission } from '@sallyport/core/contract';
import { type Actor, wholeScope } from './actor.ts';
import { refuse } from './refusal.ts';

/**
 * Whether somebody may come at all, and how far: deny first. Rights that only staff roles give are given after the second factor;
 * without it the person is no more than a member.
 */
export function admit(name: string, admits: Admission, actor: Actor): Scope {
  if (admits === 'public') return wholeScope;
  if (actor.via === 'machine') return wholeScope;
  if (actor.account === null) return refuse('request.sign-in-first');
  if (actor.only !== null && !actor.only.has(name))
    return refuse(actor.via === 'token' ? 'request.not-allowed' : 'request.second-factor-first');
  if (admits === 'signed-in') return { whole: false, units: new Set(), person: actor.person };
  const grants = actor.secondFactor ? actor.grants : actor.grants.filter(({ role }) => !staffRoles.has(role));
  const scope = scopeOf(admits, grants, actor.person);
  if (scope !== null) return scope;
  // Told apart, so that somebody who may come with a second factor learns what is missing.
  return refuse(
    scopeOf(admits, actor.grants, actor.person) === null ? 'request.not-allowed' : 'request.second-factor-first',
  );
}

/** An object out of reach is answered as one that does not exist. */
export function requireWithin(scope: Scope, place: Place | null): void {
  if (place === null || !reaches(scope, place)) refuse('request.not-found');
}
