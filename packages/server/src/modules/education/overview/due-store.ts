import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { type DutyRow, dutyColumns } from '../../duties/index.ts';
import type { Place } from '../cursor.ts';
import { exemptUntil } from '../exemption/store.ts';
import { behind, byUnitAndName, placeOf } from '../list-order.ts';

export type DueRow = DutyRow & {
  readonly person: string;
  readonly name: string;
  readonly unitName: string | null;
  /** The last day on which they are exempt from it; the duty stands all the same. */
  readonly exemptUntil: string | null;
  /** What the row is ordered by. */
  readonly place: Place;
};

/** Unit and person by name, then the day; the ids make every place another. */
export const dueOrder = ['text', 'text', 'text', 'text', 'date', 'text', 'text', 'date'] as const;

export type DueFilter = {
  readonly topic: string;
  readonly rules: readonly string[];
  readonly status: readonly number[];
  readonly units: readonly string[] | null;
  readonly dueBefore: string | null;
  readonly order: 'zh' | 'en';
};

const columns = dutyColumns
  .split(', ')
  .map((name) => `duty.${name}`)
  .join(', ');

/** Open duties with whom they are about, who are in the register. */
export function dueRows(
  tx: Transaction,
  scope: Scope,
  { topic, rules, status, units, dueBefore, order }: DueFilter,
  page: { readonly today: Day; readonly after: Place | null; readonly limit: number },
): Promise<DueRow[]> {
  const values: unknown[] = [tx.org];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = [
    'duty.org_id = $1::text',
    `duty.rule = ANY (${param(rules, 'text[]')})`,
    `duty.status = ANY (${param(status, 'smallint[]')})`,
    `duty.period <= ${param(formatDay(page.today), 'date')}`,
    ...(scope.whole ? [] : [`duty.unit = ANY (${param([...scope.units], 'text[]')})`]),
    ...(units === null ? [] : [`duty.unit = ANY (${param(units, 'text[]')})`]),
    ...(dueBefore === null ? [] : [`duty.due_on < ${param(dueBefore, 'date')}`]),
  ];
  const parts = [...byUnitAndName(order), 'duty.due_on', 'duty.rule', 'duty.subject', 'duty.period'];
  if (page.after !== null) tests.push(behind(parts, page.after, dueOrder, param));
  const exempt = exemptUntil('duty.person', param(topic, 'text'), param(formatDay(page.today), 'date'));
  return tx.rows(
    `SELECT ${columns}, person.id AS person, person.name, unit.name AS "unitName",
       ${exempt} AS "exemptUntil", ${placeOf(parts)}
     FROM duty JOIN fact_person AS person ON person.org_id = $1::text AND person.id = duty.person
     LEFT JOIN fact_unit AS unit ON unit.org_id = $1::text AND unit.id = duty.unit
     WHERE ${tests.join(' AND ')} ORDER BY ${parts.join(', ')} LIMIT ${param(page.limit, 'int')}`,
    values,
  );
}
