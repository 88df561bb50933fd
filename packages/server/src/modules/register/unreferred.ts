import { type Kind, vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../platform/database/transaction.ts';

/** The given facts that no other fact refers to; `together`: those that go with it do not count. */
export async function unreferred(
  tx: Transaction,
  kind: Kind,
  ids: readonly string[],
  together = false,
): Promise<string[]> {
  const referring = [...(vocabulary.inverses.get(kind.name)?.values() ?? [])].map(({ kind: name, field }) => {
    const others = together && name === kind.name ? ' AND other.id <> ALL ($2::text[])' : '';
    return `NOT EXISTS (SELECT FROM ${tableName(name)} AS other WHERE other.org_id = $1 AND other.${columnName(field)} = wanted.id${others})`;
  });
  const rows = await tx.rows<{ id: string }>(
    `SELECT id FROM unnest($2::text[]) AS wanted(id) WHERE $1::text IS NOT NULL${referring.map((test) => ` AND ${test}`).join('')}`,
    [tx.org, ids],
  );
  return rows.map(({ id }) => id);
}
