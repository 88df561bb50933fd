import type { Transaction } from '../../../platform/database/transaction.ts';

/** Address and device of sessions that began before this day. */
export const emptyNetworkContext = (tx: Transaction, before: Date): Promise<number> =>
  tx.count(
    `UPDATE account_session SET address = NULL, device = NULL
     WHERE org_id = $1 AND started_at < $2 AND (address IS NOT NULL OR device IS NOT NULL)`,
    [tx.org, before],
  );

/** What is over, by the column that says since when. */
const over = [
  'DELETE FROM account_session WHERE org_id = $1 AND ends_at < $2',
  'DELETE FROM account_link WHERE org_id = $1 AND ends_at < $2',
  'DELETE FROM api_token WHERE org_id = $1 AND (ends_at < $2 OR ended_at < $2)',
  'DELETE FROM account_device WHERE org_id = $1 AND ends_at < $2',
] as const;

export async function removeOver(tx: Transaction, before: Date): Promise<number> {
  let removed = 0;
  for (const statement of over) removed += await tx.count(statement, [tx.org, before]);
  return removed;
}

/** Counted attempts and answered questions: of no use after the quiet hour. */
export async function removeShortLived(tx: Transaction, before: Date): Promise<void> {
  await tx.count('DELETE FROM sign_in_throttle WHERE org_id = $1 AND last_at < $2', [tx.org, before]);
  await tx.count('DELETE FROM sign_in_challenge WHERE org_id = $1 AND ends_at < $2', [tx.org, before]);
}
