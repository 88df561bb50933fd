import type { Transaction } from '../../../platform/database/transaction.ts';
import type { receivers, routes, Way } from '../contract.ts';

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

export type ListedHandover = Omit<Route, 'way' | 'route'> & {
  readonly way: Way;
  readonly route: (typeof routes)[number];
  readonly receiver: (typeof receivers)[number];
  readonly personalData: boolean;
  readonly authorityApprovedOn: string | null;
  readonly givenOn: string | null;
  readonly cancelledOn: string | null;
};

/** Newest first; one more than asked for. */
export const listHandovers = (tx: Transaction, after: string | null, limit: number): Promise<ListedHandover[]> =>
  tx.rows(
    `SELECT route.handover, route.way, fact.receiver, route.receiver_name AS "receiverName", route.country, route.clause, route.route,
       fact.personal_data AS "personalData", fact.authority_approved_on AS "authorityApprovedOn", route.from_day AS "from",
       route.until_day AS until, fact.given_on AS "givenOn", fact.cancelled_on AS "cancelledOn", route.account
     FROM handover_route AS route JOIN fact_handover AS fact ON fact.org_id = $1 AND fact.id = route.handover
     WHERE route.org_id = $1 AND ($2::text IS NULL OR route.handover < $2::text COLLATE "C")
     ORDER BY route.handover DESC LIMIT $3::int`,
    [tx.org, after, limit + 1],
  );

/** The way a handover allows on the day; null where it has ended, was cancelled or never was. */
export const findRoute = (
  tx: Transaction,
  handover: string,
  today: string,
): Promise<{ readonly way: string; readonly until: string; readonly personalData: boolean } | null> =>
  tx.row(
    `SELECT route.way, route.until_day AS until, fact.personal_data AS "personalData" FROM handover_route AS route
     JOIN fact_handover AS fact ON fact.org_id = route.org_id AND fact.id = route.handover
     WHERE route.org_id = $1 AND route.handover = $2 AND route.from_day <= $3::date AND route.until_day > $3::date
       AND fact.cancelled_on IS NULL`,
    [tx.org, handover, today],
  );

export const routeExists = async (tx: Transaction, handover: string): Promise<boolean> =>
  (await tx.row('SELECT handover FROM handover_route WHERE org_id = $1 AND handover = $2', [tx.org, handover])) !==
  null;

/** Of those that were recorded for a way by which things leave again and again, with people's data, the one in force that lasts longest. */
export const longestRoute = (
  tx: Transaction,
  way: Way,
  today: string,
): Promise<{ readonly handover: string; readonly given: boolean } | null> =>
  tx.row(
    `SELECT route.handover, fact.given_on IS NOT NULL AS given FROM handover_route AS route
     JOIN fact_handover AS fact ON fact.org_id = route.org_id AND fact.id = route.handover
     WHERE route.org_id = $1 AND route.way = $2 AND route.from_day <= $3::date AND route.until_day > $3::date
       AND fact.cancelled_on IS NULL AND fact.personal_data
     ORDER BY route.until_day DESC, route.handover DESC LIMIT 1`,
    [tx.org, way, today],
  );
