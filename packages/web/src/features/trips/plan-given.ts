import type { changeTrip } from '@sallyport/server/contracts/trips';
import type { z } from 'zod';

/** A plan while it is written. */
export type Plan = z.input<typeof changeTrip.input>['plan'];
export type Leg = Plan['legs'][number];
export type Item = Plan['items'][number];

export const emptyLeg: Leg = {
  place: '',
  host: null,
  arrivesOn: null,
  leavesOn: null,
  zone: null,
  hostKind: null,
  meetings: null,
};

export const orNull = (text: string): string | null => (text === '' ? null : text);

/** A leg in which something was written already. */
export const isWritten = (leg: Leg): boolean => Object.values(leg).some((value) => value !== null && value !== '');

/** The days of a journey that has none yet, from the legs that were taken into it. */
export function periodOf(
  { departsOn, returnsOn }: Pick<Plan, 'departsOn' | 'returnsOn'>,
  legs: readonly Leg[],
): Pick<Plan, 'departsOn' | 'returnsOn'> {
  const days = legs
    .flatMap(({ arrivesOn, leavesOn }) => [arrivesOn, leavesOn].filter((day) => day !== null))
    .toSorted();
  return { departsOn: departsOn ?? days.at(0) ?? null, returnsOn: returnsOn ?? days.at(-1) ?? null };
}
