import type { Scope } from '@sallyport/core/access';
import type { Day } from '@sallyport/core/calendar';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type DutyFilter, parameters, testsOf } from './list-store.ts';

/** One of a list in the order of names; `at` is what it is sorted by. */
export type Named = { readonly id: string; readonly name: string; readonly at: string };

const tables = { unit: 'fact_unit', person: 'fact_person' } as const;

/** Units or people within reach in the order of their names (DECISIONS 13). */
export function namedAfter(
  tx: Transaction,
  kind: keyof typeof tables,
  scope: Scope,
  page: {
    readonly order: 'zh' | 'en';
    readonly behind: Pick<Named, 'at' | 'id'> | null;
    readonly most: number;
    readonly ids: readonly string[] | null;
  },
): Promise<Named[]> {
  const { values, param } = parameters(tx);
  const column = page.order === 'zh' ? 'sort_zh' : 'sort_en';
  const tests = ['org_id = $1::text'];
  if (!scope.whole) {
    const units = param([...scope.units], 'text[]');
    tests.push(
      kind === 'unit' ? `id = ANY (${units})` : `(unit = ANY (${units}) OR id = ${param(scope.person, 'text')})`,
    );
  }
  if (page.ids !== null) tests.push(`id = ANY (${param(page.ids, 'text[]')})`);
  if (page.behind !== null)
    tests.push(`(${column}, id) > (${param(page.behind.at, 'text')}, ${param(page.behind.id, 'text')})`);
  return tx.rows<Named>(
    `SELECT id, coalesce(name, id) AS name, ${column} AS at FROM ${tables[kind]} WHERE ${tests.join(' AND ')} ORDER BY ${column}, id LIMIT ${param(page.most, 'int')}`,
    values,
  );
}

/** Of these, those of which the filter leaves a duty: asked one by one, as what is common ends a look at once (OFFSET 0 keeps it so). */
const thereBy =
  (column: 'rule' | 'unit' | 'assignee') =>
  async (
    tx: Transaction,
    scope: Scope,
    filter: DutyFilter,
    today: Day,
    ids: readonly string[],
  ): Promise<readonly string[]> => {
    const { values, param } = parameters(tx);
    const wanted = param(ids, 'text[]');
    const tests = [...testsOf(scope, filter, today, param), `${column} = wanted.id`];
    const rows = await tx.rows<{ id: string }>(
      `SELECT wanted.id FROM unnest(${wanted}) AS wanted(id) WHERE EXISTS (SELECT FROM duty WHERE ${tests.join(' AND ')} OFFSET 0)`,
      values,
    );
    return rows.map(({ id }) => id);
  };

export const rulesThere = thereBy('rule');
export const unitsThere = thereBy('unit');
export const peopleAssigned = thereBy('assignee');
