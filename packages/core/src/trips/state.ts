import { aspects, seenOf } from './plan.ts';
import { allAgreed, isFiled, isLetBySilence, isRefused, lastFiling, settlementOf, waitingSteps } from './steps.ts';
import type { State, Trip } from './trip.ts';

/** All of the plan, and who travels: what a clearance was given for. */
export const seenAtClearance = ({ plan, travellers, digest }: Pick<Trip, 'plan' | 'travellers' | 'digest'>): string =>
  digest(`${seenOf(plan, aspects)} ${JSON.stringify(travellers.map(({ id }) => id).toSorted())}`);

/** What the gate still waits for (docs/decisions/0090: not for an answer that only policy asks for and that did not come in time). */
export const missingOf = (trip: Trip): readonly string[] =>
  trip.travellers.flatMap(({ id, missing }) => missing.filter((rule) => !isLetBySilence(trip, id, rule)));

/** Whether just this journey was cleared since it was last handed in. */
function isCleared(trip: Trip): boolean {
  const last = trip.trail.findLast(({ act }) => act === 'clear' || act === 'submit');
  return last?.act === 'clear' && last.seen === seenAtClearance(trip) && missingOf(trip).length === 0;
}

/**
 * The state of a trip (docs/decisions/0077): computed from what has happened, the trail and the gate, and stored nowhere. It is for
 * people and for `may`; a rule never reads it.
 */
export function stateOf(trip: Trip): State {
  const { days } = trip;
  if (days.cancelledOn !== null) return 'cancelled';
  if (days.closedOn !== null) return 'closed';
  if (days.returnedOn !== null) return afterReturn(trip);
  if (days.departedOn !== null) return whileAway(trip);
  if (!isFiled(trip)) return beforeFiling(trip);
  if (isRefused(trip)) return 'refused';
  if (allAgreed(trip)) return afterApproval(trip);
  return trip.steps.some((step) => settlementOf(trip, step) !== null) ? 'under-review' : 'submitted';
}

function beforeFiling(trip: Trip): State {
  if (lastFiling(trip)?.act === 'return') return 'returned';
  return trip.emergency && trip.days.oralNoticeOn !== null ? 'emergency' : 'draft';
}

function afterApproval(trip: Trip): State {
  if (isCleared(trip)) return 'cleared';
  if (missingOf(trip).length > 0) return 'preparing';
  const conditions = trip.steps.some((step) => settlementOf(trip, step) === 'conditions');
  return conditions ? 'approved-with-conditions' : 'approved';
}

/** Late is a matter of somebody's welfare and opens nothing by itself (PEOPLE.md, abuse 17). */
function whileAway(trip: Trip): State {
  const { returnsOn } = trip.plan;
  if (returnsOn !== null && trip.today > returnsOn) return 'not-returned';
  const extended = trip.trail.some(({ act }) => act === 'extend');
  return extended && waitingSteps(trip).length > 0 ? 'extended' : 'abroad';
}

function afterReturn({ travellers }: Trip): State {
  if (travellers.some(({ debrief }) => debrief === 'due')) return 'debrief-due';
  return travellers.some(({ debrief }) => debrief === 'held') ? 'debriefed' : 'back';
}
