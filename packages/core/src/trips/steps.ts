import { addDays, type Day } from '../calendar/index.ts';
import { seenOf } from './plan.ts';
import { aspectsOf, placeOf } from './roles.ts';
import type { Step, StepKey, TrailEntry, Trip } from './trip.ts';

export const isSameStep = (one: StepKey, other: StepKey): boolean =>
  one.role === other.role && one.traveller === other.traveller;

/** What of the plan the holder of a step sees. */
export const seenAt = (trip: Pick<Trip, 'plan' | 'digest'>, { role }: Pick<StepKey, 'role'>): string =>
  trip.digest(seenOf(trip.plan, aspectsOf(role)));

/** With whom the trip lies: handed in and not given or taken back since. */
export const lastFiling = ({ trail }: Pick<Trip, 'trail'>): TrailEntry | null =>
  trail.findLast(({ act }) => filing.has(act)) ?? null;
const filing = new Set(['submit', 'withdraw', 'return', 'revive']);
export const isFiled = (trip: Pick<Trip, 'trail'>): boolean => lastFiling(trip)?.act === 'submit';

/**
 * The decision of a step that holds: the last one about just this journey. What was decided about other places, dates or items binds
 * nobody, in either direction; a refusal that was appealed against waits for another decision. What somebody decided who travels now, because
 * they joined afterwards or turned out to be one with a traveller, is no decision: nobody approves their own trip, in whichever order.
 */
export function decisionOf(
  trip: Pick<Trip, 'trail' | 'plan' | 'digest' | 'travellers'>,
  step: StepKey,
): TrailEntry | null {
  const last = trip.trail.findLast(
    ({ act, steps }) => (act === 'decide' || act === 'appeal') && steps.some((one) => isSameStep(one, step)),
  );
  if (last?.act !== 'decide' || last.seen !== seenAt(trip, step)) return null;
  return trip.travellers.some(({ person }) => person === last.by) ? null : last;
}

export type Settlement = 'agreed' | 'conditions' | 'refused' | 'otherwise' | 'silence' | null;

/** How a step stands: decided, settled without it, by silence past the promised day, or not at all. */
export function settlementOf(trip: Trip, step: Step): Settlement {
  const decision = decisionOf(trip, step);
  if (decision !== null) return decision.verdict;
  if (step.otherwise) return 'otherwise';
  return step.policy && isFiled(trip) && isOpen(trip, step) && trip.today > promisedBy(trip, step) ? 'silence' : null;
}

/** Whether everything that comes before a step is settled. */
export function isOpen(trip: Trip, step: StepKey): boolean {
  if (!isFiled(trip)) return false;
  return trip.steps.every(
    (other) =>
      other.traveller !== step.traveller ||
      placeOf(other.role) >= placeOf(step.role) ||
      allows(settlementOf(trip, other)),
  );
}

const allows = (settlement: Settlement): boolean => settlement !== null && settlement !== 'refused';

/** Steps nobody has decided and whose turn it is. */
export const waitingSteps = (trip: Trip): readonly Step[] =>
  trip.steps.filter((step) => settlementOf(trip, step) === null && isOpen(trip, step));

export const allAgreed = (trip: Trip): boolean => trip.steps.every((step) => allows(settlementOf(trip, step)));
export const isRefused = (trip: Trip): boolean => trip.steps.some((step) => settlementOf(trip, step) === 'refused');

/**
 * Whether nothing waits any more for what a rule asks about a traveller, since an answer was promised and did not come. Only a rule of policy
 * is let by so: a step that law asks for as well is never settled by silence.
 */
export function isLetBySilence(trip: Trip, traveller: string, rule: string): boolean {
  const how = trip.steps.flatMap((step) =>
    step.traveller === traveller && step.rules.includes(rule) ? [settlementOf(trip, step)] : [],
  );
  return how.includes('silence') && how.every(allows);
}

/** Since when a step lies with its holder: since it was handed in, changed, appealed, or the step before it was decided or passed in silence. */
export function waitsSince(trip: Trip, step: StepKey): Day {
  const passed = trip.steps.flatMap((other) =>
    other.traveller === step.traveller &&
    placeOf(other.role) < placeOf(step.role) &&
    settlementOf(trip, other) === 'silence'
      ? [promisedBy(trip, other) + 1]
      : [],
  );
  return Math.max(movedOn(trip, step), ...passed);
}

function movedOn(trip: Trip, step: StepKey): Day {
  const moved = trip.trail.findLast(
    ({ act, steps }) =>
      act === 'submit' ||
      act === 'change' ||
      act === 'extend' ||
      (act === 'appeal' && steps.some((one) => isSameStep(one, step))) ||
      (act === 'decide' &&
        steps.some((one) => one.traveller === step.traveller && placeOf(one.role) < placeOf(step.role))),
  );
  return moved?.on ?? trip.today;
}

/** The last day of the promised time. */
export function promisedBy(trip: Trip, step: StepKey): Day {
  const since = waitsSince(trip, step);
  return addDays(since, trip.answerWithin) ?? since;
}
