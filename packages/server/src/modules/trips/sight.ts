import type { QueryContext } from '../../platform/actions/implement.ts';
import { loadTrips, type TripParts } from './load.ts';
import { meet } from './who.ts';

/** Whether there is such a trip for whoever asks: for rooms that show something beside it. */
export const createSight =
  (parts: TripParts) =>
  async (context: QueryContext, trip: string): Promise<boolean> => {
    const { tx, now, today } = context;
    const [loaded] = await loadTrips(tx, parts, [trip], { now, today, afresh: false });
    return loaded !== undefined && (await meet(context, loaded)).sees;
  };
