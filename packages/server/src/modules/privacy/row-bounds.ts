import type { PersonalColumn, TableDeclaration } from '../../platform/database/columns.ts';

/** Columns of one table that are erased together: same bound, same way, same person. */
export type RowBound = {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly standIn: string }[];
  readonly remove: boolean;
  readonly about: string;
  readonly months: number;
  readonly from: string;
  readonly through: string | null;
  readonly when: string | null;
};

/** The register erases its own facts and what their versions say: rows that others refer to need more than a statement a table. */
const ofRegister = (table: string, column: string): boolean =>
  table === 'search_gram' ||
  (table.startsWith('fact_') && table !== 'fact_version') ||
  (table === 'fact_version' && column !== 'account');

function keyOf({ erase, about, keep }: PersonalColumn): string {
  return [erase, about, keep.months, keep.from, keep.when ?? ''].join('\0');
}

export function rowBoundsOf(tables: readonly TableDeclaration[]): RowBound[] {
  return tables.flatMap(({ table, columns }) => {
    const groups = new Map<string, RowBound>();
    for (const [name, column] of Object.entries(columns)) {
      if (column.personal === 'no' || ofRegister(table, name)) continue;
      const { erase, about, keep, standIn = 'NULL' } = column;
      const known = groups.get(keyOf(column))?.columns ?? [];
      groups.set(keyOf(column), {
        table,
        columns: [...known, { name, standIn }],
        remove: erase === 'remove',
        about,
        months: keep.months,
        from: keep.from,
        through: keep.through ?? null,
        when: keep.when ?? null,
      });
    }
    return [...groups.values()];
  });
}
