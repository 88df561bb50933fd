import type { Cell, Kind } from '@sallyport/core/facts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { gramsOf } from './grams.ts';
import { nameIn, namingOf } from './named-kinds.ts';

export const sortColumns = ['sort_zh', 'sort_en'] as const;

type SortCells = { readonly columns: readonly string[]; readonly values: readonly string[] };

/** The columns a fact of a named kind stands in lists by. */
export function sortCellsOf(kind: Kind, cells: ReadonlyMap<string, Cell>): SortCells {
  const name = nameIn(kind, cells);
  const naming = namingOf(kind);
  if (naming === undefined || name === null) return { columns: [], values: [] };
  const { zh, en } = naming.sorted(name);
  return { columns: sortColumns, values: [zh, en] };
}

/** What a fact is found by is what it is called now: nothing of an earlier name stays. */
export async function writeGrams(
  tx: Transaction,
  kind: Kind,
  id: string,
  cells: ReadonlyMap<string, Cell>,
): Promise<void> {
  const name = nameIn(kind, cells);
  if (name === null) return;
  await takeGrams(tx, kind, [id]);
  await tx.count(
    'INSERT INTO search_gram (org_id, gram, kind, id) SELECT $1, gram, $2, $3 FROM unnest($4::text[]) AS wanted(gram)',
    [tx.org, kind.name, id, gramsOf(name)],
  );
}

/** The facts can no longer be found by their names. */
export async function takeGrams(tx: Transaction, kind: Kind, ids: readonly string[]): Promise<void> {
  if (namingOf(kind) === undefined) return;
  await tx.count('DELETE FROM search_gram WHERE org_id = $1 AND kind = $2 AND id = ANY ($3::text[])', [
    tx.org,
    kind.name,
    ids,
  ]);
}
