import type { Transaction } from '../../../platform/database/transaction.ts';

/** Whether one of some people leads the unit of another, or the house. What is lent for four hours (break-glass) leads nobody. */
export const isLedByOneOf = async (
  tx: Transaction,
  person: string,
  leads: readonly string[],
  now: Date,
): Promise<boolean> =>
  (await tx.row(
    `WITH RECURSIVE up AS (
       SELECT unit.id, unit.parent FROM fact_person AS one JOIN fact_unit AS unit ON unit.org_id = $1 AND unit.id = one.unit
       WHERE one.org_id = $1 AND one.id = $2
       UNION SELECT above.id, above.parent FROM up JOIN fact_unit AS above ON above.org_id = $1 AND above.id = up.parent
     )
     SELECT 1 AS one FROM account AS lead JOIN role_grant AS held ON held.org_id = $1 AND held.account = lead.id
     WHERE lead.org_id = $1 AND lead.person = ANY ($3::text[]) AND lead.person <> $2 AND lead.status = 'active'
       AND held.role = 'unit-lead' AND held.ended_at IS NULL AND held.from_at <= $4
       AND (held.until_at IS NULL OR (held.until_at > $4 AND held.until_at > held.from_at + interval '4 hours'))
       AND (held.unit IS NULL OR held.unit IN (SELECT id FROM up)) LIMIT 1`,
    [tx.org, person, leads, now],
  )) !== null;
