import type { ApprovalRole } from '@sallyport/core/trips';
import type { Transaction } from '../../platform/database/transaction.ts';

export type Holder = {
  readonly id: string;
  readonly role: ApprovalRole;
  readonly unit: string | null;
  readonly person: string;
  readonly deputy: boolean;
  readonly from: string;
  readonly until: string | null;
};

const columns = 'id, role, unit, person, deputy, from_on AS "from", until_on AS until';

/** Everybody who holds a step on a day. */
export const holdersOn = (tx: Transaction, day: string): Promise<Holder[]> =>
  tx.rows(
    `SELECT ${columns} FROM trip_step_holder WHERE org_id = $1 AND from_on <= $2::date AND (until_on IS NULL OR until_on > $2::date)
     ORDER BY role, deputy, id`,
    [tx.org, day],
  );

export const holdersNow = (tx: Transaction, day: string): Promise<Holder[]> =>
  tx.rows(
    `SELECT ${columns} FROM trip_step_holder WHERE org_id = $1 AND (until_on IS NULL OR until_on > $2::date) ORDER BY role, deputy, id`,
    [tx.org, day],
  );

export const insertHolder = (
  tx: Transaction,
  { id, role, unit, person, deputy, from, until }: Holder,
  by: { readonly account: string | null; readonly at: Date },
): Promise<number> =>
  tx.count(
    `INSERT INTO trip_step_holder (org_id, id, role, unit, person, deputy, from_on, until_on, named_by, named_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.org, id, role, unit, person, deputy, from, until, by.account, by.at],
  );

export const holderOf = (tx: Transaction, id: string): Promise<Holder | null> =>
  tx.row(`SELECT ${columns} FROM trip_step_holder WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** From that day on; whoever decided before did so in their role. */
export const endHolder = (tx: Transaction, id: string, day: string): Promise<number> =>
  tx.count(
    `UPDATE trip_step_holder SET until_on = greatest(from_on, $3::date) WHERE org_id = $1 AND id = $2 AND (until_on IS NULL OR until_on > $3::date)`,
    [tx.org, id, day],
  );

/** Whoever leaves decides nothing from that day on. How many ended. */
export const endHoldersOf = (tx: Transaction, person: string, day: string): Promise<number> =>
  tx.count(
    `UPDATE trip_step_holder SET until_on = greatest(from_on, $3::date) WHERE org_id = $1 AND person = $2 AND (until_on IS NULL OR until_on > $3::date)`,
    [tx.org, person, day],
  );
