import { missingOf, type State, stateOf } from '@sallyport/core/trips';
import type { Context, QueryContext } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type DeclaredTrip, declaredTrips } from './declared.ts';
import { loadTrips, type TripParts } from './load.ts';
import * as store from './store.ts';
import { meet } from './who.ts';

/** A trip as whoever lends something for it looks at it. */
export type LendingTrip = DeclaredTrip & {
  /** Before the departure, agreed to, and nothing is missing that the departure waits for. */
  readonly open: boolean;
  /** Whether there is such a trip for the asker at all, and whether they are a party to it. */
  readonly sees: boolean;
  readonly party: boolean;
};

/** An emergency goes before it is agreed to, after notice was given by word of mouth. */
const ready: ReadonlySet<State> = new Set(['emergency', 'approved', 'approved-with-conditions', 'cleared']);

/** The journey as it is shown. */
export const createJourneys =
  (parts: TripParts) =>
  async (context: QueryContext, trip: string, afresh = false): Promise<LendingTrip | null> => {
    const { tx, now, today, actor } = context;
    const [loaded] = await loadTrips(tx, parts, [trip], { now, today, afresh });
    const [declared] = await declaredTrips(tx, [trip]);
    if (loaded === undefined || declared === undefined) return null;
    const { sees, who } = await meet(context, loaded);
    const travels = declared.travellers.some(({ person }) => person === actor.person);
    return {
      ...declared,
      open: ready.has(stateOf(loaded.trip)) && missingOf(loaded.trip).length === 0,
      sees,
      party: who.officer || (actor.person !== null && (travels || declared.filedBy === actor.person)),
    };
  };

/** The journey held until the act is done, so that no plan changes beside it, with its duties evaluated afresh. */
export const createHeldJourneys = (parts: TripParts) => {
  const journeys = createJourneys(parts);
  return async (context: Context, trip: string): Promise<LendingTrip> => {
    if ((await declaredTrips(context.tx, [trip])).length === 0) refuse('request.not-found');
    await store.lockTrip(context.tx, trip, new Date(context.now / 1000));
    return (await journeys(context, trip, true)) ?? refuse('request.not-found');
  };
};
