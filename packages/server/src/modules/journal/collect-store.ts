import type { Transaction } from '../../platform/database/transaction.ts';

export type Newest = {
  readonly epoch: number;
  readonly size: number;
  readonly note: string;
  /** The last size each witness cosigned in this epoch. */
  readonly signed: readonly { readonly witness: string; readonly size: number }[];
};

export async function newestCheckpoint(tx: Transaction): Promise<Newest | null> {
  const newest = await tx.row<Omit<Newest, 'signed'>>(
    `SELECT checkpoint.epoch, checkpoint.size, checkpoint.note FROM journal_head head
     JOIN journal_checkpoint checkpoint ON checkpoint.org_id = $1 AND checkpoint.epoch = head.epoch AND checkpoint.size = head.size
     WHERE head.org_id = $1`,
    [tx.org],
  );
  if (newest === null) return null;
  return { ...newest, signed: await lastCosignatures(tx, newest.epoch) };
}

export async function checkpointOf(tx: Transaction, epoch: number, size: number): Promise<string | null> {
  const row = await tx.row<{ note: string }>(
    'SELECT note FROM journal_checkpoint WHERE org_id = $1 AND epoch = $2::int AND size = $3::bigint',
    [tx.org, epoch, size],
  );
  return row?.note ?? null;
}

export type LastCosignature = { readonly witness: string; readonly size: number; readonly line: string };

/** The newest cosignature of each witness. */
export const lastCosignatures = (tx: Transaction, epoch: number): Promise<LastCosignature[]> =>
  tx.rows<LastCosignature>(
    `SELECT DISTINCT ON (witness) witness, size, line FROM journal_cosignature
     WHERE org_id = $1 AND epoch = $2::int ORDER BY witness, size DESC`,
    [tx.org, epoch],
  );

export const insertCosignature = (
  tx: Transaction,
  { epoch, size, witness, line }: { readonly epoch: number } & LastCosignature,
): Promise<number> =>
  tx.count(
    `INSERT INTO journal_cosignature (org_id, epoch, size, witness, line) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [tx.org, epoch, size, witness, line],
  );
