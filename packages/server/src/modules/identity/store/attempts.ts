import type { Transaction } from '../../../platform/database/transaction.ts';
import { type Counted, quietAfter } from '../throttle.ts';

/** What was counted under these keys, locked until the end of the transaction so that guesses at once are counted one by one. */
export async function lockAttempts(tx: Transaction, keys: readonly Buffer[], now: Date): Promise<Map<string, Counted>> {
  await tx.count(
    `INSERT INTO sign_in_throttle (org_id, key, attempts, last_at)
     SELECT $1, key, 0, $3 FROM unnest($2::bytea[]) AS key ORDER BY key ON CONFLICT DO NOTHING`,
    [tx.org, keys, now],
  );
  const rows = await tx.rows<{ key: Buffer; attempts: number; last_at: Date }>(
    'SELECT key, attempts, last_at FROM sign_in_throttle WHERE org_id = $1 AND key = ANY ($2) ORDER BY key FOR UPDATE',
    [tx.org, keys],
  );
  return new Map(rows.map(({ key, attempts, last_at }) => [key.toString('hex'), { attempts, last: last_at }]));
}

export const countAttempt = (tx: Transaction, keys: readonly Buffer[], now: Date): Promise<number> =>
  tx.count(
    `UPDATE sign_in_throttle SET last_at = $3,
       attempts = CASE WHEN last_at < $3::timestamptz - $4::int * interval '1 second' THEN 1 ELSE attempts + 1 END
     WHERE org_id = $1 AND key = ANY ($2)`,
    [tx.org, keys, now, quietAfter],
  );

/** After a success: nothing was guessed under these. */
export const forgetAttempts = (tx: Transaction, keys: readonly Buffer[]): Promise<number> =>
  tx.count('DELETE FROM sign_in_throttle WHERE org_id = $1 AND key = ANY ($2)', [tx.org, keys]);

/** Takes one attempt back where others count under the same key. */
export const uncountAttempt = (tx: Transaction, keys: readonly Buffer[]): Promise<number> =>
  tx.count('UPDATE sign_in_throttle SET attempts = greatest(attempts - 1, 0) WHERE org_id = $1 AND key = ANY ($2)', [
    tx.org,
    keys,
  ]);
