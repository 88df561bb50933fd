import { type Kind, vocabulary } from '@sallyport/core/facts';

/** Kinds so that each comes after the kinds it refers to; a kind that refers to itself is ordered row by row. */
export function kindsInOrder(): readonly Kind[] {
  const done = new Map<string, Kind>();
  const visit = (kind: Kind): void => {
    if (done.has(kind.name)) return;
    for (const { to } of Object.values(kind.fields)) {
      const target = to === undefined || to === kind.name ? undefined : vocabulary.kinds.get(to);
      if (target !== undefined) visit(target);
    }
    done.set(kind.name, kind);
  };
  for (const kind of vocabulary.kinds.values()) visit(kind);
  return [...done.values()];
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** Rows so that each comes after the row of its own kind that it refers to, such as a unit after the unit above it. */
export function rowsInOrder<One extends Row>(kind: Kind, rows: readonly One[]): readonly One[] {
  const own = Object.entries(kind.fields).flatMap(([name, { to }]) => (to === kind.name ? [name] : []));
  if (own.length === 0) return rows;
  const open = new Map(rows.map((row) => [row.id, row]));
  const ordered: One[] = [];
  const place = (row: One): void => {
    if (!open.delete(row.id)) return;
    for (const name of own) {
      const above = open.get(String(row[name]));
      if (above !== undefined) place(above);
    }
    ordered.push(row);
  };
  for (const row of rows) place(row);
  return ordered;
}
