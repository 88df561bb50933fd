import type { Kind } from '@sallyport/core/facts';
import { tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Behind } from './cursor.ts';

export type Order = 'zh' | 'en' | 'newest';

const orders: Readonly<Record<Order, { readonly column: string; readonly type: string; readonly newest: boolean }>> = {
  zh: { column: 'sort_zh', type: 'text', newest: false },
  en: { column: 'sort_en', type: 'text', newest: false },
  newest: { column: 'happened_on', type: 'date', newest: true },
};

/** Writes a value down as a parameter and gives its place in the text. */
export type Param = (value: unknown, type: string) => string;

export type NamedFilter = {
  readonly grams: readonly string[];
  /** What else must hold of `fact`, written with the parameters it needs. */
  readonly tests: (param: Param) => readonly string[];
};

export type NamedRow = Readonly<Record<string, string | null>> & { readonly id: string; readonly at: string };

type Asked = { readonly found: string; readonly text: string; readonly values: unknown[]; readonly param: Param };

/**
 * Every test is one that an index serves under row-level security (DECISIONS 8). What has the grams is gathered before anything else: where those
 * of a name stand in the list is no accident, and a walk in its order may pass all others first.
 */
function askedOf(tx: Transaction, kind: Kind, { grams, tests }: NamedFilter): Asked {
  const values: unknown[] = [tx.org];
  const param: Param = (value, type) => `$${values.push(value)}::${type}`;
  const searches = grams.length > 0;
  const found = searches
    ? `WITH found AS MATERIALIZED (SELECT gram.id FROM search_gram AS gram
         WHERE gram.org_id = $1 AND gram.gram = ANY (${param(grams, 'text[]')}) AND gram.kind = '${kind.name}'
         GROUP BY gram.id HAVING count(*) = ${param(grams.length, 'int')}) `
    : '';
  const all = ['fact.org_id = $1', ...(searches ? ['fact.id IN (SELECT found.id FROM found)'] : []), ...tests(param)];
  return { found, text: `FROM ${tableName(kind.name)} AS fact WHERE ${all.join(' AND ')}`, values, param };
}

export function listNamed(
  tx: Transaction,
  kind: Kind,
  filter: NamedFilter,
  page: { readonly order: Order; readonly behind: Behind | null; readonly limit: number },
): Promise<NamedRow[]> {
  const { column, type, newest } = orders[page.order];
  const { found, text, values, param } = askedOf(tx, kind, filter);
  const after =
    page.behind === null
      ? ''
      : ` AND (fact.${column}, fact.id) ${newest ? '<' : '>'} (${param(page.behind.at, type)}, ${param(page.behind.id, 'text')})`;
  const way = newest ? ' DESC' : '';
  return tx.rows<NamedRow>(
    `${found}SELECT fact.*, fact.${column} AS at ${text}${after} ORDER BY fact.${column}${way}, fact.id${way} LIMIT ${param(page.limit, 'int')}`,
    values,
  );
}

/** As many as there are, or `most` where there are more. */
export async function countNamed(tx: Transaction, kind: Kind, filter: NamedFilter, most: number): Promise<number> {
  const { found, text, values, param } = askedOf(tx, kind, filter);
  const row = await tx.row<{ count: number }>(
    `${found}SELECT count(*) AS count FROM (SELECT fact.id ${text} LIMIT ${param(most, 'int')}) AS counted`,
    values,
  );
  return row?.count ?? 0;
}

/** The names of those that have the grams, for what a gram cannot tell. */
export async function namesWithGrams(
  tx: Transaction,
  kind: Kind,
  filter: NamedFilter,
  column: string,
  most: number,
): Promise<string[]> {
  const { found, text, values, param } = askedOf(tx, kind, filter);
  const rows = await tx.rows<{ name: string }>(
    `${found}SELECT fact.${column} AS name ${text} LIMIT ${param(most, 'int')}`,
    values,
  );
  return rows.map(({ name }) => name);
}

/**
 * Plans for the values at hand: how common a standing is, how wide a unit, decides whether the list is walked in its order or gathered and
 * sorted. The program's other statements go by key and keep one plan.
 */
export const planForValues = (tx: Transaction): Promise<unknown> =>
  tx.once(`SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`);
