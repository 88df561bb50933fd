import type { ClientBase } from 'pg';

/** Tables of the program's schema so that each comes after those it refers to; a reference checked at the end of a transaction does not count. */
export async function tablesInOrder(owner: ClientBase): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
  );
  const { rows: references } = await owner.query<{ from: string; to: string }>(
    `SELECT child.relname AS from, parent.relname AS to FROM pg_constraint
     JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
     WHERE contype = 'f' AND NOT condeferrable AND conrelid <> confrelid
     ORDER BY 1, 2`,
  );
  const placed = new Set<string>();
  const place = (name: string): void => {
    if (placed.has(name)) return;
    for (const { from, to } of references) if (from === name) place(to);
    placed.add(name);
  };
  for (const { name } of tables) place(name);
  return [...placed];
}

/** Made by the program itself on the other side: the record of migrations, and what follows the program's own text. */
export const madeAnew: ReadonlySet<string> = new Set(['migration', 'calendar_day', 'calendar_working_day']);
