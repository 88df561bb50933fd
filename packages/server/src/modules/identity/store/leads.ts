import type { Transaction } from '../../../platform/database/transaction.ts';

export type UnitLead = {
  readonly unit: string;
  readonly role: 'unit-lead' | 'unit-liaison';
  readonly name: string;
  readonly person: string | null;
};

/** Leads and liaisons of units, deputies among them. What is lent for four hours (break-glass) leads nobody. */
export const leadsOfUnits = (tx: Transaction, units: readonly string[], now: Date): Promise<UnitLead[]> =>
  tx.rows(
    `SELECT held.unit, held.role, holder.name, holder.person
     FROM role_grant AS held JOIN account AS holder ON holder.org_id = $1 AND holder.id = held.account
     WHERE held.org_id = $1 AND held.unit = ANY ($2::text[]) AND held.role IN ('unit-lead', 'unit-liaison') AND held.ended_at IS NULL
       AND held.from_at <= $3 AND (held.until_at IS NULL OR held.until_at > $3) AND holder.status = 'active'
       AND (held.until_at IS NULL OR held.until_at > held.from_at + interval '4 hours')
     ORDER BY held.unit, held.role, holder.name, held.id`,
    [tx.org, units, now],
  );
