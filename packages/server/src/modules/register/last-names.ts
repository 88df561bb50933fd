import type { Kind } from '@sallyport/core/facts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** What facts were called last, those that were withdrawn as well. */
export async function lastNames(
  tx: Transaction,
  kind: Kind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; name: string | null }>(
    `SELECT DISTINCT ON (id) id, fields ->> 'name' AS name FROM fact_version
     WHERE org_id = $1 AND kind = $2 AND id = ANY ($3::text[]) AND fields IS NOT NULL ORDER BY id, version DESC`,
    [tx.org, kind.name, ids],
  );
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
