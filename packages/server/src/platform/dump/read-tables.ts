import type { ClientBase } from 'pg';
import { madeAnew, tablesInOrder } from './tables.ts';

/** A row as PostgreSQL writes it: JSON that it reads back to the same values, byte for byte of every type used here. */
export type DumpedRow = { readonly table: string; readonly row: string };

const chunk = 2000;

/**
 * Every row of every table, as it stood at one moment: the whole is read in one snapshot. Rows stay text on their way, so that no
 * number, day or byte passes through a type of ours.
 */
export async function* readTables(owner: ClientBase): AsyncGenerator<DumpedRow> {
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    for (const table of await tablesInOrder(owner)) {
      if (madeAnew.has(table)) continue;
      await owner.query(`DECLARE dumped NO SCROLL CURSOR FOR SELECT to_jsonb(one)::text AS row FROM "${table}" AS one`);
      for (;;) {
        const { rows } = await owner.query<{ row: string }>(`FETCH ${chunk} FROM dumped`);
        for (const { row } of rows) yield { table, row };
        if (rows.length < chunk) break;
      }
      await owner.query('CLOSE dumped');
    }
  } finally {
    await owner.query('ROLLBACK');
  }
}
