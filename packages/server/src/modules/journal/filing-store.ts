import type { Instant } from '@sallyport/core/calendar';
import type { Transaction } from '../../platform/database/transaction.ts';

type Filing = {
  readonly action: string;
  readonly closes: Instant;
  readonly id: string;
  readonly body: Uint8Array;
};

export const insertFiling = (tx: Transaction, { action, closes, id, body }: Filing): Promise<number> =>
  tx.count('INSERT INTO journal_filing (org_id, action, closes, id, body) VALUES ($1, $2, $3, $4, $5)', [
    tx.org,
    action,
    closes,
    id,
    body,
  ]);

/** Up to when batches were closed, held until the transaction ends; where none was, from before the first that anything waits for. */
export async function lockBatch(tx: Transaction, action: string, last: Instant): Promise<Instant> {
  await tx.count(
    `INSERT INTO journal_batch (org_id, action, closed)
     SELECT $1, $2::text, least($3::bigint, (SELECT min(closes) - 1 FROM journal_filing WHERE org_id = $1 AND action = $2::text))
     ON CONFLICT DO NOTHING`,
    [tx.org, action, last],
  );
  const row = await tx.row<{ closed: number }>(
    'SELECT closed FROM journal_batch WHERE org_id = $1 AND action = $2 FOR UPDATE',
    [tx.org, action],
  );
  return row?.closed ?? last;
}

export const writeClosed = (tx: Transaction, action: string, closed: Instant): Promise<number> =>
  tx.count('UPDATE journal_batch SET closed = $3 WHERE org_id = $1 AND action = $2', [tx.org, action, closed]);

export async function takeFilings(tx: Transaction, action: string, closes: Instant): Promise<Uint8Array[]> {
  const rows = await tx.rows<{ body: Buffer }>(
    'DELETE FROM journal_filing WHERE org_id = $1 AND action = $2 AND closes = $3 RETURNING body',
    [tx.org, action, closes],
  );
  return rows.map(({ body }) => new Uint8Array(body));
}
