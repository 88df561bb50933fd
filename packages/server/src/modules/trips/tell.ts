import { isOpen, type StepKey, settlementOf, type Trip, waitingSteps } from '@sallyport/core/trips';
import type { Context } from '../../platform/actions/implement.ts';
import type { Loaded, TripParts } from './load.ts';
import { holdersFor, placesOf } from './who.ts';

const keyOf = ({ role, traveller }: StepKey): string => `${role} ${traveller}`;

/** Trips that came back to those who travel: given back, or refused. */
const isTheirs = (trip: Trip): boolean =>
  trip.trail.at(-1)?.act === 'return' || trip.steps.some((step) => settlementOf(trip, step) === 'refused');

/**
 * Letters say that there is something to do, and nothing of what: to whoever holds a step that has come to wait for them, and to those who
 * travel where a trip came back to them.
 */
export async function tellWhoIsNext(context: Context, parts: TripParts, before: Loaded, now: Loaded): Promise<void> {
  const waited = new Set(before.trip.steps.filter((step) => isOpen(before.trip, step)).map(keyOf));
  const roles = new Set(waitingSteps(now.trip).flatMap((step) => (waited.has(keyOf(step)) ? [] : [step.role])));
  const travellers = now.trip.travellers.map(({ person }) => person);
  const holders = roles.size === 0 ? [] : await holdersFor(context.tx, await placesOf(context.tx, now), now.trip.today);
  const next = holders.flatMap(({ role, person }) => (roles.has(role) && !travellers.includes(person) ? [person] : []));
  const back = isTheirs(now.trip) && !isTheirs(before.trip) ? travellers : [];
  for (const person of new Set([...next, ...back]))
    for (const account of await parts.accountsOf(context.tx, person))
      await parts.post.write(context, { account, template: 'to-do', page: `/trips/${now.id}` });
}
