import type { Kind } from '@sallyport/core/facts';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { type Sought, soughtBy } from '../naming/grams.ts';
import { namingOf } from '../naming/named-kinds.ts';
import { type Behind, readCursor, writeCursor } from './cursor.ts';
import * as store from './named-store.ts';

/** More are not counted: a number nobody reads is not worth a walk through all of them. */
const mostCounted = 10_000;

export type ListInput = {
  readonly search?: string | undefined;
  readonly order: store.Order;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

export type NamedPage = {
  readonly rows: readonly store.NamedRow[];
  readonly next: string | null;
  readonly total: { readonly count: number; readonly more: boolean } | null;
};

/** A page of facts of a kind by name. */
export async function namedPage(
  tx: Transaction,
  kind: Kind,
  { search, order, cursor, limit }: ListInput,
  tests: store.NamedFilter['tests'],
): Promise<NamedPage> {
  const behind = readCursor(order, cursor);
  const sought = search === undefined ? null : soughtBy(search);
  // Two characters that fold into one are no name.
  if (sought !== null && sought.grams.length === 0) return { rows: [], next: null, total: { count: 0, more: false } };
  await store.planForValues(tx);
  const filter = { grams: sought?.grams ?? [], tests };
  const column = namingOf(kind)?.column ?? refuse('register.no-such-kind', { kind: kind.name });
  const holds = sought?.holds ?? null;
  const found = await gather(tx, kind, filter, { order, behind, limit: limit + 1 }, (row) =>
    holds === null ? true : holds(row[column.replaceAll('"', '')] ?? ''),
  );
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > limit && last !== undefined ? writeCursor(order, last) : null,
    total: behind === null ? await totalOf(tx, kind, filter, holds, column) : null,
  };
}

/** Grams that stand apart in a name let it through: such rows are passed over until the page is full. */
async function gather(
  tx: Transaction,
  kind: Kind,
  filter: store.NamedFilter,
  page: { readonly order: store.Order; readonly behind: Behind | null; readonly limit: number },
  holds: (row: store.NamedRow) => boolean,
): Promise<store.NamedRow[]> {
  const found: store.NamedRow[] = [];
  let behind = page.behind;
  for (;;) {
    const rows = await store.listNamed(tx, kind, filter, { ...page, behind });
    found.push(...rows.filter(holds));
    const last = rows.at(-1);
    if (found.length >= page.limit || rows.length < page.limit || last === undefined) return found.slice(0, page.limit);
    behind = last;
  }
}

async function totalOf(
  tx: Transaction,
  kind: Kind,
  filter: store.NamedFilter,
  holds: Sought['holds'],
  column: string,
): Promise<NamedPage['total']> {
  const most = mostCounted + 1;
  const count =
    holds === null
      ? await store.countNamed(tx, kind, filter, most)
      : (await store.namesWithGrams(tx, kind, filter, column, most)).filter(holds).length;
  return { count: Math.min(count, mostCounted), more: count > mostCounted };
}
