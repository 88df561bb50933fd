import type { Transaction } from '../../../platform/database/transaction.ts';
import type { RowBound } from '../row-bounds.ts';

/** Names of tables and columns come from the declarations of the program; every value is a parameter. */

/** What a bound is compared with, by the type of the column it is counted from: days, or microseconds since 1970. */
const compared: Readonly<Record<string, string>> = {
  date: `"from" < $2::date`,
  'timestamp with time zone': `"from" < $2::date::timestamptz`,
  bigint: `"from" < extract(epoch FROM $2::date)::bigint * 1000000`,
};

async function typeOf(tx: Transaction, table: string, column: string): Promise<string> {
  const row = await tx.row<{ type: string }>(
    `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = $2`,
    [table, column],
  );
  return row?.type ?? '';
}

/** What the bound is counted from: a column of the row, or of the row of another table that the row names. */
async function pastBound(tx: Transaction, { table, from, through }: RowBound): Promise<string> {
  const [other = table, column = from] = through === null ? [] : from.split('.');
  const test = compared[await typeOf(tx, other, column)];
  if (test === undefined) throw new Error(`${table}: ${from} is no day and no instant`);
  if (through === null) return test.replace('"from"', from);
  return `EXISTS (SELECT FROM ${other} AS named WHERE named.org_id = ${table}.org_id AND named.id = ${table}.${through}
    AND ${test.replace('"from"', `named.${column}`)})`;
}

async function conditionOf(tx: Transaction, bound: RowBound): Promise<string> {
  const { columns, remove, about, when } = bound;
  const tests = [
    'org_id = $1',
    await pastBound(tx, bound),
    // An empty reference is about nobody, and nobody's hold.
    `coalesce(${about}::text <> ALL ($3::text[]), true)`,
    ...(when === null ? [] : [`(${when.replaceAll('bound', '$2::date')})`]),
  ];
  if (!remove)
    tests.push(`(${columns.map(({ name, standIn }) => `${name} IS DISTINCT FROM ${standIn}`).join(' OR ')})`);
  return tests.join(' AND ');
}

export async function countDueRows(
  tx: Transaction,
  bound: RowBound,
  before: string,
  held: readonly string[],
): Promise<number> {
  const row = await tx.row<{ due: number }>(
    `SELECT count(*) AS due FROM ${bound.table} WHERE ${await conditionOf(tx, bound)}`,
    [tx.org, before, held],
  );
  return row?.due ?? 0;
}

/** How many rows; a row that another still refers to is left, and counted as missed afterwards. */
export async function eraseDueRows(
  tx: Transaction,
  bound: RowBound,
  before: string,
  held: readonly string[],
): Promise<number> {
  const condition = await conditionOf(tx, bound);
  await tx.once('SAVEPOINT erasing');
  try {
    const erased = await tx.count(`${statementOf(bound)} WHERE ${condition}`, [tx.org, before, held]);
    await tx.once('RELEASE SAVEPOINT erasing');
    return erased;
  } catch (error) {
    // `foreign_key_violation`
    if ((error as { code?: string }).code !== '23503') throw error;
    await tx.once('ROLLBACK TO SAVEPOINT erasing');
    return 0;
  }
}

/** What is held about persons and accounts by the column that names them, whatever its bound. */
export async function eraseRowsAbout(tx: Transaction, bound: RowBound, ids: readonly string[]): Promise<number> {
  return tx.count(`${statementOf(bound)} WHERE org_id = $1 AND ${bound.about}::text = ANY ($2::text[])`, [tx.org, ids]);
}

const statementOf = ({ table, columns, remove }: RowBound): string =>
  remove
    ? `DELETE FROM ${table}`
    : `UPDATE ${table} SET ${columns.map(({ name, standIn }) => `${name} = ${standIn}`).join(', ')}`;
