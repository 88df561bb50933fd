import type { Transaction } from '../../../platform/database/transaction.ts';

/** A unit and all units under it. */
export async function unitsUnder(tx: Transaction, unit: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `WITH RECURSIVE under AS (
       SELECT id FROM fact_unit WHERE org_id = $1 AND id = $2
       UNION SELECT child.id FROM under JOIN fact_unit AS child ON child.org_id = $1 AND child.parent = under.id
     ) SELECT id FROM under`,
    [tx.org, unit],
  );
  return rows.map(({ id }) => id);
}

export type Count = { readonly of: string; readonly count: number };

/** How many people each unit has itself on a day. */
export const peopleOfUnits = (tx: Transaction, units: readonly string[], day: string): Promise<Count[]> =>
  tx.rows(
    `SELECT unit AS of, count(*) AS count FROM fact_person
     WHERE org_id = $1 AND unit = ANY ($2::text[]) AND happened_on <= $3::date AND (left_on IS NULL OR left_on > $3::date) GROUP BY unit`,
    [tx.org, units, day],
  );

/** How many units lie directly under each on a day. */
export const unitsOfUnits = (tx: Transaction, units: readonly string[], day: string): Promise<Count[]> =>
  tx.rows(
    `SELECT parent AS of, count(*) AS count FROM fact_unit
     WHERE org_id = $1 AND parent = ANY ($2::text[]) AND happened_on <= $3::date AND (closed_on IS NULL OR closed_on > $3::date) GROUP BY parent`,
    [tx.org, units, day],
  );

/** How many people are posted to each branch on a day. */
export const postedTo = (tx: Transaction, branches: readonly string[], day: string): Promise<Count[]> =>
  tx.rows(
    `SELECT branch AS of, count(DISTINCT person) AS count FROM fact_posting
     WHERE org_id = $1 AND branch = ANY ($2::text[]) AND starts_on <= $3::date AND (ended_on IS NULL OR ended_on > $3::date)
       AND cancelled_on IS NULL GROUP BY branch`,
    [tx.org, branches, day],
  );
