import type { Transaction } from '../../../platform/database/transaction.ts';

export type Route = {
  readonly handover: string;
  readonly way: string;
  readonly receiverName: string;
  readonly country: string;
  readonly clause: string;
  readonly route: string;
  readonly from: string;
  readonly until: string;
  readonly account: string | null;
};

export async function insertRoute(tx: Transaction, one: Route): Promise<void> {
  await tx.count(
    `INSERT INTO handover_route (org_id, handover, way, receiver_name, country, clause, route, from_day, until_day, account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date, $9::date, $10)`,
    [
      tx.org,
      one.handover,
      one.way,
      one.receiverName,
      one.country,
      one.clause,
      one.route,
      one.from,
      one.until,
      one.account,
    ],
  );
}

/** The way a handover allows on the day; null where it has ended, was cancelled or never was. */
export const findRoute = (
  tx: Transaction,
  handover: string,
  today: string,
): Promise<{ readonly way: string; readonly until: string } | null> =>
  tx.row(
    `SELECT route.way, route.until_day AS until FROM handover_route AS route
     JOIN fact_handover AS fact ON fact.org_id = route.org_id AND fact.id = route.handover
     WHERE route.org_id = $1 AND route.handover = $2 AND route.from_day <= $3::date AND route.until_day > $3::date
       AND fact.cancelled_on IS NULL`,
    [tx.org, handover, today],
  );
