import type { Transaction } from '../../platform/database/transaction.ts';

export type MovedLeavings = { readonly leavings: readonly string[]; readonly received: readonly string[] };

const place = `leaving || '/' || position`;

/** Leavings of one entry, and what others' leavings handed to it, are another's from now on; which they were. */
export async function moveLeavings(tx: Transaction, from: string, to: string): Promise<MovedLeavings> {
  const leavings = await tx.rows<{ id: string }>(
    'UPDATE person_leaving SET person = $3 WHERE org_id = $1 AND person = $2 RETURNING id',
    [tx.org, from, to],
  );
  const received = await tx.rows<{ id: string }>(
    `UPDATE leaving_item SET receiver = $3 WHERE org_id = $1 AND receiver = $2 RETURNING ${place} AS id`,
    [tx.org, from, to],
  );
  return { leavings: leavings.map(({ id }) => id).toSorted(), received: received.map(({ id }) => id).toSorted() };
}

export async function returnLeavings(
  tx: Transaction,
  { leavings, received }: MovedLeavings,
  from: string,
  to: string,
): Promise<void> {
  await tx.count('UPDATE person_leaving SET person = $4 WHERE org_id = $1 AND id = ANY ($2::text[]) AND person = $3', [
    tx.org,
    leavings,
    from,
    to,
  ]);
  await tx.count(
    `UPDATE leaving_item SET receiver = $4 WHERE org_id = $1 AND ${place} = ANY ($2::text[]) AND receiver = $3`,
    [tx.org, received, from, to],
  );
}
