import type { Transaction } from '../../platform/database/transaction.ts';

/** Whether somebody holds a secret-bearing post, or an access authorisation, on a day: taken from the register and typed by nobody. */
export async function standingOf(
  tx: Transaction,
  person: string,
  day: string,
): Promise<{ readonly secretBearing: boolean; readonly cleared: boolean }> {
  const row = await tx.row<{ secretBearing: boolean; cleared: boolean }>(
    `SELECT EXISTS (SELECT FROM fact_assignment AS held JOIN fact_post AS post ON post.org_id = $1 AND post.id = held.post
         WHERE held.org_id = $1 AND held.person = $2 AND held.starts_on <= $3::date AND (held.ended_on IS NULL OR held.ended_on > $3::date)
           AND held.cancelled_on IS NULL AND post.secret_class <> 'none') AS "secretBearing",
       EXISTS (SELECT FROM fact_clearance WHERE org_id = $1 AND person = $2 AND granted_on <= $3::date
         AND (ended_on IS NULL OR ended_on > $3::date)) AS cleared`,
    [tx.org, person, day],
  );
  return row ?? { secretBearing: false, cleared: false };
}

type Raised = { readonly id: string; readonly secretBearing: boolean; readonly cleared: boolean };

const holdsPost = `EXISTS (SELECT FROM fact_assignment AS held JOIN fact_post AS post ON post.org_id = $1 AND post.id = held.post
    WHERE held.org_id = $1 AND held.person = goer.person AND held.starts_on <= $3::date AND (held.ended_on IS NULL OR held.ended_on > $3::date)
      AND held.cancelled_on IS NULL AND post.secret_class <> 'none')`;
const holdsAccess = `EXISTS (SELECT FROM fact_clearance AS held WHERE held.org_id = $1 AND held.person = goer.person AND held.granted_on <= $3::date
    AND (held.ended_on IS NULL OR held.ended_on > $3::date))`;

/** Who of a trip has come to bear secrets, or to hold an authorisation, since they were put on it. */
export const raisedStanding = (tx: Transaction, trip: string, day: string): Promise<Raised[]> =>
  tx.rows(
    `SELECT id, "secretBearing", cleared FROM (
       SELECT goer.id, goer.secret_bearing AS bore, goer.cleared AS held,
         coalesce(goer.secret_bearing, false) OR ${holdsPost} AS "secretBearing", goer.cleared OR ${holdsAccess} AS cleared
       FROM fact_traveller AS goer WHERE goer.org_id = $1 AND goer.trip = $2 AND goer.withdrawn_on IS NULL) AS goer
     WHERE "secretBearing" <> coalesce(bore, false) OR cleared <> held ORDER BY id`,
    [tx.org, trip, day],
  );

/** The next trip of the room, in order of ids, that has not left yet and on which somebody has. */
export async function nextRaised(tx: Transaction, after: string | null, day: string): Promise<string | null> {
  const row = await tx.row<{ id: string }>(
    `SELECT trip.id FROM fact_trip AS trip
     WHERE trip.org_id = $1 AND trip.id > coalesce($2, '') AND trip.submitted_on IS NOT NULL AND trip.departed_on IS NULL
       AND trip.cancelled_on IS NULL AND trip.closed_on IS NULL
       AND EXISTS (SELECT FROM trip_trail AS trail WHERE trail.org_id = $1 AND trail.trip = trip.id)
       AND EXISTS (SELECT FROM fact_traveller AS goer WHERE goer.org_id = $1 AND goer.trip = trip.id AND goer.withdrawn_on IS NULL
         AND ((NOT coalesce(goer.secret_bearing, false) AND ${holdsPost}) OR (NOT goer.cleared AND ${holdsAccess})))
     ORDER BY trip.id LIMIT 1`,
    [tx.org, after, day],
  );
  return row?.id ?? null;
}

/** The room's journeys of somebody that have not begun, in the order in which they are locked. */
export const tripsAheadOf = (tx: Transaction, person: string): Promise<{ readonly trip: string }[]> =>
  tx.rows(
    `SELECT DISTINCT goer.trip FROM fact_traveller AS goer JOIN fact_trip AS trip ON trip.org_id = $1 AND trip.id = goer.trip
     WHERE goer.org_id = $1 AND goer.person = $2 AND goer.withdrawn_on IS NULL AND trip.departed_on IS NULL AND trip.cancelled_on IS NULL
       AND trip.closed_on IS NULL AND EXISTS (SELECT FROM trip_trail AS trail WHERE trail.org_id = $1 AND trail.trip = goer.trip)
     ORDER BY goer.trip`,
    [tx.org, person],
  );
