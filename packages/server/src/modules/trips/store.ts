import type { Act, Verdict } from '@sallyport/core/trips';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PlanGiven } from './contract/shapes.ts';

/** What the room keeps of a plan besides the facts: by the place of the leg in the journey. */
type LegDetails = Pick<PlanGiven['legs'][number], 'zone' | 'hostKind' | 'meetings'>;
export type PlanRow = {
  readonly trip: string;
  readonly filedBy: string | null;
  readonly copiedFrom: string | null;
  readonly legs: readonly LegDetails[] | null;
  readonly items: PlanGiven['items'] | null;
  readonly communications: string | null;
};

/** A role asked about a traveller, with the approval that was recorded. */
export type DecidedStep = { readonly role: string; readonly traveller: string; readonly approval?: string };
export type TrailRow = {
  readonly trip: string;
  readonly number: number;
  readonly act: Act | 'draft';
  readonly person: string | null;
  readonly on: string;
  readonly steps: readonly DecidedStep[];
  readonly verdict: Verdict | null;
  readonly seen: string | null;
  readonly reason: string | null;
  readonly until: string | null;
  readonly said: string | null;
};

const planColumns = 'trip, filed_by AS "filedBy", copied_from AS "copiedFrom", legs, items, communications';

/** One after the other: whoever acts on a trip holds its plan until they are done. Of a trip that came from elsewhere there is none yet. */
export async function lockTrip(tx: Transaction, trip: string, at: Date): Promise<void> {
  await tx.count('INSERT INTO trip_plan (org_id, trip, drafted_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    tx.org,
    trip,
    at,
  ]);
  await tx.row('SELECT trip FROM trip_plan WHERE org_id = $1 AND trip = $2 FOR UPDATE', [tx.org, trip]);
}

export const plansOf = (tx: Transaction, trips: readonly string[]): Promise<PlanRow[]> =>
  tx.rows(`SELECT ${planColumns} FROM trip_plan WHERE org_id = $1 AND trip = ANY ($2::text[])`, [tx.org, trips]);

type Kept = Pick<PlanRow, 'legs' | 'items' | 'communications'>;
const json = ({ legs, items, communications }: Kept): unknown[] => [
  JSON.stringify(legs),
  JSON.stringify(items),
  communications,
];

export const insertPlan = (
  tx: Transaction,
  { trip, filedBy, copiedFrom, at, ...kept }: PlanRow & { readonly at: Date },
): Promise<number> =>
  tx.count(
    `INSERT INTO trip_plan (org_id, trip, filed_by, copied_from, drafted_at, legs, items, communications)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.org, trip, filedBy, copiedFrom, at, ...json(kept)],
  );

export const updatePlan = (tx: Transaction, trip: string, kept: Kept): Promise<number> =>
  tx.count('UPDATE trip_plan SET legs = $3, items = $4, communications = $5 WHERE org_id = $1 AND trip = $2', [
    tx.org,
    trip,
    ...json(kept),
  ]);

export const trailOf = (tx: Transaction, trips: readonly string[]): Promise<TrailRow[]> =>
  tx.rows(
    `SELECT trip, number, act, person, on_day AS "on", steps, verdict, seen, reason, until_day AS until, said
     FROM trip_trail WHERE org_id = $1 AND trip = ANY ($2::text[]) ORDER BY trip, number`,
    [tx.org, trips],
  );

export const insertTrail = (
  tx: Transaction,
  { trip, number, act, person, on, steps, verdict, seen, reason, until, said }: TrailRow,
  by: { readonly account: string | null; readonly at: Date },
): Promise<number> =>
  tx.count(
    `INSERT INTO trip_trail (org_id, trip, number, act, person, account, on_day, at, steps, verdict, seen, reason, until_day, said)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.org,
      trip,
      number,
      act,
      person,
      by.account,
      on,
      by.at,
      JSON.stringify(steps),
      verdict,
      seen,
      reason,
      until,
      said,
    ],
  );

export type CarriedItem = {
  readonly id: string;
  readonly trip: string;
  readonly kind: string;
  readonly copy: string | null;
};

/** What is listed that bears secrets. */
export const carriedItems = (tx: Transaction, trips: readonly string[]): Promise<CarriedItem[]> =>
  tx.rows(
    `SELECT id, trip, kind, copy FROM fact_carried_item WHERE org_id = $1 AND trip = ANY ($2::text[]) AND left_out_on IS NULL
     ORDER BY happened_on, id`,
    [tx.org, trips],
  );

/** Who of those that travelled was interviewed after the return. */
export const debriefed = async (tx: Transaction, trips: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tx.rows<{ traveller: string }>(
    `SELECT DISTINCT held.traveller FROM fact_traveller AS goer JOIN fact_debrief AS held ON held.org_id = $1 AND held.traveller = goer.id
     WHERE goer.org_id = $1 AND goer.trip = ANY ($2::text[])`,
    [tx.org, trips],
  );
  return new Set(rows.map(({ traveller }) => traveller));
};

export const approvalsOf = (tx: Transaction, trip: string): Promise<{ readonly id: string }[]> =>
  tx.rows('SELECT id FROM fact_approval WHERE org_id = $1 AND trip = $2', [tx.org, trip]);

/** For a question that is taken back at once; whoever hands a trip in writes a version of it. */
export const supposeSubmitted = (tx: Transaction, trip: string, day: string): Promise<number> =>
  tx.count('UPDATE fact_trip SET submitted_on = coalesce(submitted_on, $3::date) WHERE org_id = $1 AND id = $2', [
    tx.org,
    trip,
    day,
  ]);
