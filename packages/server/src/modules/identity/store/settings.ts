import type { Transaction } from '../../../platform/database/transaction.ts';

export const readSeparation = async (tx: Transaction): Promise<boolean> =>
  (await tx.row<{ separation: boolean }>('SELECT separation FROM identity_setting WHERE org_id = $1', [tx.org]))
    ?.separation ?? false;

/** Read under a lock, so that a grant and the switch come one after the other. */
export async function lockSeparation(tx: Transaction): Promise<boolean> {
  await tx.count('INSERT INTO identity_setting (org_id) VALUES ($1) ON CONFLICT DO NOTHING', [tx.org]);
  const row = await tx.row<{ separation: boolean }>(
    'SELECT separation FROM identity_setting WHERE org_id = $1 FOR UPDATE',
    [tx.org],
  );
  return row?.separation ?? false;
}

export const writeSeparation = (tx: Transaction, separation: boolean): Promise<number> =>
  tx.count('UPDATE identity_setting SET separation = $2 WHERE org_id = $1', [tx.org, separation]);
