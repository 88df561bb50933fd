import type { Transaction } from '../../platform/database/transaction.ts';

/** Evidence about one person is about another from now on; the ids of the files. */
export async function moveFilesOfPerson(tx: Transaction, from: string, to: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `UPDATE evidence_file SET person = $3, fact = CASE WHEN kind = 'person' AND fact = $2 THEN $3 ELSE fact END
     WHERE org_id = $1 AND person = $2 RETURNING id`,
    [tx.org, from, to],
  );
  return rows.map(({ id }) => id).toSorted();
}

/** Those of them that are there still, back again. */
export const returnFiles = (tx: Transaction, files: readonly string[], from: string, to: string): Promise<number> =>
  tx.count(
    `UPDATE evidence_file SET person = $4, fact = CASE WHEN kind = 'person' AND fact = $3 THEN $4 ELSE fact END
     WHERE org_id = $1 AND id = ANY ($2::text[]) AND person = $3`,
    [tx.org, files, from, to],
  );
