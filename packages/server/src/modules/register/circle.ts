import type { Cell, Kind } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FieldProblem } from './read-fields.ts';

/**
 * The fields by which a fact that is there would come to stand above itself. A kind that points at itself is a tree: what stands in a circle
 * hangs from nothing, and every page that goes from the top down would leave it out.
 */
export async function circlesIn(
  tx: Transaction,
  kind: Kind,
  id: string,
  cells: ReadonlyMap<string, Cell>,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [field, { to }] of Object.entries(kind.fields)) {
    const above = cells.get(field);
    if (to !== kind.name || typeof above !== 'string') continue;
    if (await standsAbove(tx, kind, field, id, above)) problems.push({ field, problem: 'cycle' });
  }
  return problems;
}

/** Whether the first is the second, or above it. Two corrections at once could close a circle between them: they are asked one after the other. */
async function standsAbove(
  tx: Transaction,
  kind: Kind,
  field: string,
  first: string,
  second: string,
): Promise<boolean> {
  await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tree ${tx.org} ${kind.name}`]);
  const [table, column] = [tableName(kind.name), columnName(field)];
  const row = await tx.row(
    `WITH RECURSIVE line(id) AS (
       SELECT $2::text COLLATE "C"
       UNION SELECT fact.${column} FROM line JOIN ${table} fact ON fact.org_id = $1 AND fact.id = line.id WHERE fact.${column} IS NOT NULL
     ) SELECT 1 AS one FROM line WHERE id = $3`,
    [tx.org, second, first],
  );
  return row !== null;
}
