import type { Transaction } from '../../platform/database/transaction.ts';

/** The next trip of the room, in order of ids, that was handed in and is not approved yet. */
export async function nextWaiting(tx: Transaction, after: string | null): Promise<string | null> {
  const row = await tx.row<{ id: string }>(
    `SELECT trip.id FROM fact_trip AS trip
     WHERE trip.org_id = $1 AND trip.id > coalesce($2, '') AND trip.submitted_on IS NOT NULL AND trip.approved_on IS NULL
       AND trip.cancelled_on IS NULL AND trip.closed_on IS NULL
       AND EXISTS (SELECT FROM trip_trail AS trail WHERE trail.org_id = $1 AND trail.trip = trip.id)
     ORDER BY trip.id LIMIT 1`,
    [tx.org, after],
  );
  return row?.id ?? null;
}

export type Wait = {
  readonly role: string;
  readonly since: string;
  readonly escalatedOn: string | null;
};

export const waitsOf = (tx: Transaction, trip: string): Promise<Wait[]> =>
  tx.rows(
    `SELECT role, since_on AS since, escalated_on AS "escalatedOn" FROM trip_step_wait WHERE org_id = $1 AND trip = $2`,
    [tx.org, trip],
  );

/** A step that has come to wait anew begins again; one that went to the officer stays with them from that day. */
export const noteWait = (
  tx: Transaction,
  wait: { readonly trip: string; readonly role: string; readonly since: string; readonly escalated: boolean },
  today: string,
): Promise<number> =>
  tx.count(
    `INSERT INTO trip_step_wait AS old (org_id, trip, role, since_on, reminded_on, escalated_on)
     VALUES ($1, $2, $3, $4::date, $5::date, CASE WHEN $6::boolean THEN $5::date END)
     ON CONFLICT (org_id, trip, role) DO UPDATE SET since_on = excluded.since_on, reminded_on = excluded.reminded_on,
       escalated_on = CASE WHEN old.since_on = excluded.since_on THEN coalesce(old.escalated_on, excluded.escalated_on)
         ELSE excluded.escalated_on END`,
    [tx.org, wait.trip, wait.role, wait.since, today, wait.escalated],
  );

/** Of these accounts the ones that were not reminded today yet; they are now. */
export async function remindToday(tx: Transaction, accounts: readonly string[], today: string): Promise<string[]> {
  const rows = await tx.rows<{ account: string }>(
    `INSERT INTO trip_reminded AS old (org_id, account, on_day) SELECT $1, account, $3::date FROM unnest($2::text[]) AS account
     ORDER BY account
     ON CONFLICT (org_id, account) DO UPDATE SET on_day = excluded.on_day WHERE old.on_day < excluded.on_day RETURNING account`,
    [tx.org, [...new Set(accounts)], today],
  );
  return rows.map(({ account }) => account);
}
