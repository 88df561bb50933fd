import type { z } from 'zod';
import type { leg } from '../contract/shapes.ts';
import type { Stay } from './read-calendar.ts';

type Leg = z.output<typeof leg>;

/** As many as a plan may have. */
const mostLegs = 40;

/**
 * What somebody may take from their calendar into a plan: what is not over yet, in order; the same stay twice is one. Nothing of it is part of
 * a plan until they choose it.
 */
export function proposeLegs(stays: readonly Stay[], today: string): { readonly legs: Leg[]; readonly left: number } {
  const ahead = stays
    .filter(({ leavesOn }) => leavesOn >= today)
    .toSorted((a, b) => (a.arrivesOn < b.arrivesOn ? -1 : a.arrivesOn > b.arrivesOn ? 1 : 0));
  const once = new Map(ahead.map((stay) => [JSON.stringify([stay.place, stay.arrivesOn, stay.leavesOn]), stay]));
  const all = [...once.values()];
  const legs = all
    .slice(0, mostLegs)
    .map((stay) => ({ ...stay, host: null, hostKind: null, meetings: null }) satisfies Leg);
  return { legs, left: all.length - legs.length };
}
