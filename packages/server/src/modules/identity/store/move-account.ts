import type { Transaction } from '../../../platform/database/transaction.ts';

/** An account follows its holder to another entry of the register; a person has one at most. Its id, or null where there is none. */
export async function moveAccount(tx: Transaction, from: string, to: string): Promise<string | null> {
  const row = await tx.row<{ id: string }>(
    `UPDATE account SET person = $3, version = version + 1 WHERE org_id = $1 AND person = $2 RETURNING id`,
    [tx.org, from, to],
  );
  return row?.id ?? null;
}
