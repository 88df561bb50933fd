import pg, { type ClientBase } from 'pg';
import type { DumpedRow } from './read-tables.ts';
import { madeAnew, tablesInOrder } from './tables.ts';

export type Counts = Readonly<Record<string, number>>;

const chunk = 1000;

/** Fills migrated, empty tables, all or nothing; says how many rows each got. */
export async function writeTables(owner: ClientBase, rows: AsyncIterable<DumpedRow>): Promise<Counts> {
  const known = new Set(await tablesInOrder(owner));
  const counts: Record<string, number> = {};
  let waiting: { table: string; rows: string[] } = { table: '', rows: [] };

  async function flush(): Promise<void> {
    const { table, rows: lines } = waiting;
    waiting = { table: '', rows: [] };
    if (lines.length === 0) return;
    const name = pg.escapeIdentifier(table);
    const { rowCount } = await owner.query(
      `INSERT INTO ${name} SELECT one.* FROM unnest($1::text[]) AS line, jsonb_populate_record(NULL::${name}, line::jsonb) AS one`,
      [lines],
    );
    counts[table] = (counts[table] ?? 0) + (rowCount ?? 0);
  }

  await owner.query('BEGIN');
  try {
    await owner.query('SET CONSTRAINTS ALL DEFERRED');
    // What the migrations and the first preparation wrote gives way to what comes.
    await owner.query('DELETE FROM installation');
    for await (const { table, row } of rows) {
      if (!known.has(table) || madeAnew.has(table)) throw new Error(`there is no table ${table} to restore into`);
      if (table !== waiting.table || waiting.rows.length >= chunk) {
        await flush();
        waiting.table = table;
      }
      waiting.rows.push(row);
    }
    await flush();
    // Whatever reads next, a full evaluation first of all, is planned for what is there and not for the empty tables of a moment ago.
    await owner.query('ANALYZE');
    await owner.query('COMMIT');
    return counts;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

export async function countRows(owner: ClientBase): Promise<Counts> {
  const counts: Record<string, number> = {};
  for (const table of await tablesInOrder(owner)) {
    if (madeAnew.has(table)) continue;
    const { rows } = await owner.query<{ count: number }>(`SELECT count(*) AS count FROM "${table}"`);
    if ((rows[0]?.count ?? 0) > 0) counts[table] = Number(rows[0]?.count);
  }
  return counts;
}
