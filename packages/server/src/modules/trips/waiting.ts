import { type ApprovalRole, askedSteps, promisedBy, type Trip, waitsSince } from '@sallyport/core/trips';

/** A role whose step waits: of its travellers the one that has waited longest counts. */
export type Waiting = { readonly role: ApprovalRole; readonly since: number; readonly late: boolean };

export function waitingOf(trip: Trip): Waiting[] {
  const found = new Map<ApprovalRole, Waiting>();
  for (const step of askedSteps(trip)) {
    const since = waitsSince(trip, step);
    const before = found.get(step.role);
    const late = trip.today > promisedBy(trip, step) || before?.late === true;
    found.set(step.role, { role: step.role, since: Math.min(since, before?.since ?? since), late });
  }
  return [...found.values()];
}
