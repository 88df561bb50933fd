import type { Client } from 'pg';

/** Every row of every table of the database as text, as its owner sees it: what a dump would hold. */
export async function dumpText(owner: Client): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename NOT LIKE 'calendar\\_%' ORDER BY 1`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`SELECT one::text AS row FROM ${name} AS one`);
    texts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return texts.join('\n');
}

/** The lines of a dump in which one of the values stands, as text or as PostgreSQL writes bytes. */
export function linesWith(dump: string, values: readonly string[]): string[] {
  const hidden = values.map((value) => Buffer.from(value).toString('hex'));
  return dump.split('\n').filter((line) => [...values, ...hidden].some((value) => line.includes(value)));
}
