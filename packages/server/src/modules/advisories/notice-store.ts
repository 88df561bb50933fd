import type { Transaction } from '../../platform/database/transaction.ts';

export type Change = 'published' | 'raised' | 'lowered' | 'changed' | 'ended' | 'lapsed';

export type Notice = {
  readonly advisory: string;
  readonly traveller: string;
  readonly change: Change | null;
  readonly openedOn: string | null;
  readonly acknowledgedOn: string | null;
};

const columns = 'advisory, traveller, change, opened_on AS "openedOn", acknowledged_on AS "acknowledgedOn"';

export const noticesOf = (tx: Transaction, travellers: readonly string[]): Promise<Notice[]> =>
  tx.rows(`SELECT ${columns} FROM advisory_notice WHERE org_id = $1 AND traveller = ANY ($2::text[])`, [
    tx.org,
    travellers,
  ]);

type Who = { readonly traveller: string; readonly person: string };

/** What somebody was told of, and has not acknowledged, on journeys from which they are not back. */
export const noticesTo = (
  tx: Transaction,
  person: string,
  day: string,
): Promise<{ readonly trip: string; readonly places: readonly string[]; readonly change: Change }[]> =>
  tx.rows(
    `SELECT goer.trip, one.places, note.change FROM fact_traveller AS goer
     JOIN advisory_notice AS note ON note.org_id = $1 AND note.traveller = goer.id
     JOIN advisory AS one ON one.org_id = $1 AND one.id = note.advisory
     JOIN fact_trip AS trip ON trip.org_id = $1 AND trip.id = goer.trip
     WHERE goer.org_id = $1 AND goer.person = $2 AND goer.withdrawn_on IS NULL AND note.change IS NOT NULL AND note.acknowledged_on IS NULL
       AND one.last_day >= $3::date AND (one.ended_on IS NULL OR one.ended_on > $3::date)
       AND trip.returned_on IS NULL AND trip.cancelled_on IS NULL AND trip.closed_on IS NULL
     ORDER BY note.noted_on DESC, goer.trip, one.id`,
    [tx.org, person, day],
  );

/** What is in force, was changed after journeys were handed in, and is not acknowledged by everybody on them; what was noted last. */
export const unreadChanges = (
  tx: Transaction,
  day: string,
): Promise<{ readonly advisory: string; readonly places: readonly string[]; readonly change: Change }[]> =>
  tx.rows(
    `SELECT one.id AS advisory, one.places, last.change FROM advisory AS one
     CROSS JOIN LATERAL (SELECT note.change FROM advisory_notice AS note
       JOIN fact_traveller AS goer ON goer.org_id = $1 AND goer.id = note.traveller
       JOIN fact_trip AS trip ON trip.org_id = $1 AND trip.id = goer.trip
       WHERE note.org_id = $1 AND note.advisory = one.id AND note.change IS NOT NULL AND note.acknowledged_on IS NULL
         AND goer.withdrawn_on IS NULL AND trip.returned_on IS NULL AND trip.cancelled_on IS NULL AND trip.closed_on IS NULL
       ORDER BY note.noted_on DESC, note.traveller LIMIT 1) AS last
     WHERE one.org_id = $1 AND one.last_day >= $2::date AND (one.ended_on IS NULL OR one.ended_on > $2::date)
     ORDER BY one.line, one.number`,
    [tx.org, day],
  );

/** What changed for them; of one that was there before, what it says now. */
export const noteChange = (
  tx: Transaction,
  advisory: string,
  { traveller, person }: Who,
  change: Change,
  day: string,
): Promise<number> =>
  tx.count(
    `INSERT INTO advisory_notice (org_id, advisory, traveller, person, change, noted_on) VALUES ($1, $2, $3, $4, $5, $6::date)
     ON CONFLICT (org_id, advisory, traveller) DO UPDATE SET change = excluded.change, noted_on = excluded.noted_on`,
    [tx.org, advisory, traveller, person, change, day],
  );

/** The first time counts. */
export const noteOpened = (
  tx: Transaction,
  advisories: readonly string[],
  { traveller, person }: Who,
  day: string,
): Promise<number> =>
  tx.count(
    `INSERT INTO advisory_notice (org_id, advisory, traveller, person, noted_on, opened_on)
     SELECT $1, one, $3, $4, $5::date, $5::date FROM unnest($2::text[]) AS one
     ON CONFLICT (org_id, advisory, traveller) DO UPDATE SET opened_on = coalesce(advisory_notice.opened_on, excluded.opened_on)`,
    [tx.org, advisories, traveller, person, day],
  );

/** How many of them had been opened. */
export const noteAcknowledged = (
  tx: Transaction,
  advisories: readonly string[],
  traveller: string,
  day: string,
): Promise<number> =>
  tx.count(
    `UPDATE advisory_notice SET acknowledged_on = coalesce(acknowledged_on, $4::date)
     WHERE org_id = $1 AND traveller = $3 AND advisory = ANY ($2::text[]) AND opened_on IS NOT NULL`,
    [tx.org, advisories, traveller, day],
  );

/** Journeys that were handed in and from which nobody is back, with each place they go to. */
export const openJourneys = (
  tx: Transaction,
): Promise<{ readonly trip: string; readonly place: string; readonly departed: boolean }[]> =>
  tx.rows(
    `SELECT trip.id AS trip, leg.place, trip.departed_on IS NOT NULL AS departed FROM fact_trip AS trip
     JOIN fact_leg AS leg ON leg.org_id = $1 AND leg.trip = trip.id
     WHERE trip.org_id = $1 AND trip.submitted_on IS NOT NULL AND trip.returned_on IS NULL AND trip.cancelled_on IS NULL
       AND trip.closed_on IS NULL AND leg.place IS NOT NULL ORDER BY trip.id, leg."order"`,
    [tx.org],
  );

/** Facts that somebody acknowledged what there was. */
export const acknowledgementsOf = (
  tx: Transaction,
  travellers: readonly string[],
): Promise<{ readonly id: string }[]> =>
  tx.rows(`SELECT id FROM fact_briefing WHERE org_id = $1 AND traveller = ANY ($2::text[]) AND topic = 'advisories'`, [
    tx.org,
    travellers,
  ]);

export const namedPlaces = (tx: Transaction, limit: number): Promise<{ readonly place: string }[]> =>
  tx.rows(
    `SELECT place FROM fact_leg WHERE org_id = $1 AND place IS NOT NULL GROUP BY place ORDER BY max(happened_on) DESC, place LIMIT $2`,
    [tx.org, limit],
  );
