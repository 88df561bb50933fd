import { guards as allGuards, type Guard } from './guards.ts';
import { seenAtClearance } from './state.ts';
import { allAgreed, isFiled, seenAt } from './steps.ts';
import type { Act, Milestones, Move, TrailEntry, Trip, Who } from './trip.ts';

export type May = { readonly ok: true } | { readonly ok: false; readonly refusal: Guard['refusal'] };

export type TripMachine = {
  /** Whether somebody may do this to the trip as it stands; otherwise the first thing in the way. */
  may(this: void, trip: Trip, move: Move, who: Who): May;
  /** The trip once it is done. */
  after(this: void, trip: Trip, move: Move, who: Who): Trip;
};

/** Made from its guards, so that a test can leave each of them out and see that it was needed. */
export function createTripMachine(guards: readonly Guard[] = allGuards): TripMachine {
  return {
    may(trip, move, who) {
      const stopped = guards.find(({ acts, holds }) => acts.includes(move.act) && !holds(trip, move, who));
      return stopped === undefined ? { ok: true } : { ok: false, refusal: stopped.refusal };
    },
    after: afterMove,
  };
}

/** The milestones that an act reaches, or takes back. */
const reached: Readonly<Partial<Record<Act, (trip: Trip, on: number) => Partial<Milestones>>>> = {
  // The first time counts: what is given back for completion was handed in all the same.
  submit: ({ days }, on) => ({ submittedOn: days.submittedOn ?? on }),
  'give-notice': (_trip, on) => ({ oralNoticeOn: on }),
  cancel: (_trip, on) => ({ cancelledOn: on }),
  revive: () => ({ cancelledOn: null }),
  depart: (_trip, on) => ({ departedOn: on }),
  'come-back': (_trip, on) => ({ returnedOn: on }),
  close: (_trip, on) => ({ closedOn: on }),
};

/** What an act writes into the trail. */
export function entryOf(trip: Trip, { act, steps = [], verdict }: Move, who: Pick<Who, 'person'>): TrailEntry {
  const [first] = steps;
  const seen =
    act === 'clear' ? seenAtClearance(trip) : act === 'decide' && first !== undefined ? seenAt(trip, first) : null;
  return { act, by: who.person, on: trip.today, steps, verdict: verdict ?? null, seen };
}

function afterMove(trip: Trip, move: Move, who: Who): Trip {
  const entry = entryOf(trip, move, who);
  const moved: Trip = {
    ...trip,
    days: { ...trip.days, ...reached[move.act]?.(trip, move.on ?? trip.today) },
    plan: move.plan ?? trip.plan,
    trail: [...trip.trail, entry],
  };
  return { ...moved, days: { ...moved.days, approvedOn: approvedOn(moved) } };
}

/** Approved as long as every step is, from the day the last one was; nothing that was changed since stays approved. */
export function approvedOn(trip: Trip): number | null {
  // Nothing is asked of a cancelled trip any more: what it was stays as it was.
  if (trip.days.cancelledOn !== null) return trip.days.approvedOn;
  if (!isFiled(trip) || !allAgreed(trip)) return null;
  return trip.days.approvedOn ?? trip.today;
}
