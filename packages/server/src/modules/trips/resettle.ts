import type { Context } from '../../platform/actions/implement.ts';
import { type Loaded, loadTrips, type TripParts } from './load.ts';
import { settleApprovals } from './perform.ts';
import { raiseStanding } from './standing.ts';
import { tripsAheadOf } from './standing-store.ts';
import { lockTrip } from './store.ts';

/** A trip that is held, with who bears more than they did seen to. */
export async function asItStands(context: Context, parts: TripParts, id: string): Promise<Loaded | null> {
  const at = { now: context.now, today: context.today, afresh: true };
  const [loaded] = await loadTrips(context.tx, parts, [id], at);
  if (loaded === undefined) return null;
  return (await raiseStanding(context, loaded)) ? settleApprovals(context, parts, loaded) : loaded;
}

/**
 * Looks anew at every journey of somebody that has not begun: two entries of the register were made one, or taken apart again, and whoever
 * decided may be the one who travels.
 */
export const createResettle =
  (parts: TripParts) =>
  async (context: Context, person: string): Promise<void> => {
    for (const { trip } of await tripsAheadOf(context.tx, person)) {
      await lockTrip(context.tx, trip, new Date(context.now / 1000));
      const loaded = await asItStands(context, parts, trip);
      if (loaded !== null) await settleApprovals(context, parts, loaded);
    }
  };
