import type { Transaction } from '../../platform/database/transaction.ts';

/** Prints about one person are about another from now on; which they were. */
export async function movePrints(tx: Transaction, from: string, to: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    'UPDATE form_print SET person = $3 WHERE org_id = $1 AND person = $2 RETURNING id',
    [tx.org, from, to],
  );
  return rows.map(({ id }) => id).toSorted();
}

/** Those of them that are still about the one they went to, back again. */
export const returnPrints = (tx: Transaction, prints: readonly string[], from: string, to: string): Promise<number> =>
  tx.count('UPDATE form_print SET person = $4 WHERE org_id = $1 AND id = ANY ($2::text[]) AND person = $3', [
    tx.org,
    prints,
    from,
    to,
  ]);
