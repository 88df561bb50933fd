import type { Transaction } from '../../../platform/database/transaction.ts';

/** Whether this device cookie was given to this account and still counts. */
export const isDeviceOf = async (tx: Transaction, hash: Buffer, account: string, now: Date): Promise<boolean> =>
  (await tx.row(
    'SELECT account FROM account_device WHERE org_id = $1 AND hash = $2 AND account = $3 AND ends_at > $4',
    [tx.org, hash, account, now],
  )) !== null;

export const insertDevice = (tx: Transaction, hash: Buffer, account: string, at: Date, endsAt: Date): Promise<number> =>
  tx.count('INSERT INTO account_device (org_id, hash, account, made_at, ends_at) VALUES ($1, $2, $3, $4, $5)', [
    tx.org,
    hash,
    account,
    at,
    endsAt,
  ]);
