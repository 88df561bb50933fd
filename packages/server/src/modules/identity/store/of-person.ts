import type { Transaction } from '../../../platform/database/transaction.ts';

/** The accounts of a person of the register. */
export async function accountsOfPerson(tx: Transaction, person: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>('SELECT id FROM account WHERE org_id = $1 AND person = $2', [
    tx.org,
    person,
  ]);
  return rows.map(({ id }) => id);
}

/** Whether somebody has an account of their own that lets them in. */
export const hasOwnSignIn = async (tx: Transaction, person: string): Promise<boolean> =>
  (await tx.row(`SELECT 1 AS one FROM account WHERE org_id = $1 AND person = $2 AND status = 'active' LIMIT 1`, [
    tx.org,
    person,
  ])) !== null;

/** Whether the organisation has an account at all. */
export const hasAccounts = async (tx: Transaction): Promise<boolean> =>
  (await tx.row('SELECT 1 AS one FROM account WHERE org_id = $1 LIMIT 1', [tx.org])) !== null;
