import type { Room } from '../../platform/actions/implement.ts';
import { implementCourse } from './course.ts';
import { implementDeciding } from './decide.ts';
import { implementDrafting } from './draft.ts';
import { implementFollowUp } from './follow-up.ts';
import { implementHolders } from './holders.ts';
import { implementReadItinerary } from './itinerary/itinerary.ts';
import type { TripParts } from './load.ts';
import { implementPapers } from './papers.ts';
import { implementTripQueries } from './shown.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { tripTables } from './columns.ts';
export { type DeclaredTrip, declaredTrips } from './declared.ts';
export { tripJobs } from './follow-up.ts';
export { endHoldersOf } from './holder-store.ts';
export { tripInRoom } from './in-room.ts';
export { createHeldJourneys, createJourneys, type LendingTrip } from './journeys.ts';
export type { TripParts } from './load.ts';
export { createResettle } from './resettle.ts';
export { tripsOfPerson } from './rows-of-person.ts';
export { createSight } from './sight.ts';

/** Trips from draft to closed (docs/decisions/0077, 0078). What the machine of states allows is done; what rules read of it are facts. */
export function tripsRoom(parts: TripParts): Room {
  const holders = implementHolders(parts);
  const papers = implementPapers(parts);
  return {
    actions: [
      ...implementDrafting(parts),
      ...implementCourse(parts),
      ...implementDeciding(parts),
      ...holders.actions,
      ...papers.actions,
      implementReadItinerary(),
      implementFollowUp(parts),
    ],
    queries: [...implementTripQueries(parts), ...holders.queries, ...papers.queries],
    words: { zh, en },
  };
}
