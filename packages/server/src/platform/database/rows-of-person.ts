import type { Transaction } from './transaction.ts';

/** Rows of a room that name somebody, as they have to be told from each other when two entries become one. */
export type RowsOfPerson = {
  /** Under what the merge keeps which they were; stays when the table is called otherwise. */
  readonly name: string;
  readonly table: string;
  readonly column: string;
  /** What tells a row from the others of the same person, as an expression in SQL over the row, which is called `own`. */
  readonly key: string;
  /** Rows of the other entry, called `other`, beside which this one cannot stand, as a condition in SQL: it stays where it is. */
  readonly unless?: string;
};

/** Keys of rows by what they are. */
export type MovedRows = Readonly<Record<string, readonly string[]>>;

/** Rows that named one entry name another from now on; which they were. */
export async function moveRows(
  tx: Transaction,
  all: readonly RowsOfPerson[],
  from: string,
  to: string,
): Promise<MovedRows> {
  const moved: [string, string[]][] = [];
  for (const { name, table, column, key, unless } of all) {
    const stays =
      unless === undefined
        ? ''
        : ` AND NOT EXISTS (SELECT FROM ${table} AS other WHERE other.org_id = $1 AND other.${column} = $3 AND ${unless})`;
    const rows = await tx.rows<{ key: string }>(
      `UPDATE ${table} AS own SET ${column} = $3 WHERE own.org_id = $1 AND own.${column} = $2${stays} RETURNING ${key} AS key`,
      [tx.org, from, to],
    );
    if (rows.length > 0) moved.push([name, rows.map((row) => row.key).toSorted()]);
  }
  return Object.fromEntries(moved);
}

/** Those of them that still name the one they went to, back again; how many were left. */
export async function returnRows(
  tx: Transaction,
  all: readonly RowsOfPerson[],
  moved: MovedRows,
  from: string,
  to: string,
): Promise<number> {
  let left = 0;
  for (const { name, table, column, key } of all) {
    const keys = moved[name] ?? [];
    if (keys.length === 0) continue;
    const back = await tx.count(
      `UPDATE ${table} AS own SET ${column} = $4 WHERE own.org_id = $1 AND own.${column} = $3 AND (${key}) = ANY ($2::text[])`,
      [tx.org, keys, from, to],
    );
    left += keys.length - back;
  }
  return left;
}
