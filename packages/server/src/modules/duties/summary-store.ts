import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type DutyRow, dutyColumns } from './duty-row.ts';
import { withinScope } from './list-store.ts';

/** Duties of one instrument in one status; `about` and `persons`: how many of them are about a person, and about how many persons. */
export type Count = {
  readonly pack: string;
  readonly status: number;
  readonly duties: number;
  readonly about: number;
  readonly persons: number;
};

const counted = `split_part(rule, '/', 1) AS pack, status, count(*)::int AS duties, count(person)::int AS about, count(DISTINCT person)::int AS persons`;

export function countDuties(tx: Transaction, scope: Scope, today: Day): Promise<Count[]> {
  const values: unknown[] = [tx.org, formatDay(today)];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = ['org_id = $1::text', 'period <= $2::date', ...withinScope(scope, param)];
  return tx.rows<Count>(`SELECT ${counted} FROM duty WHERE ${tests.join(' AND ')} GROUP BY 1, 2 ORDER BY 1, 2`, values);
}

/** As they were known at the end of a day: the last change of each duty recorded until then. The place is the one of today. */
export function countKnown(tx: Transaction, scope: Scope, day: Day, end: number): Promise<Count[]> {
  const values: unknown[] = [tx.org, formatDay(day), end];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = ['status IS NOT NULL', ...withinScope(scope, param)];
  return tx.rows<Count>(
    `SELECT ${counted} FROM (
       SELECT DISTINCT ON (past.rule, past.subject, past.period) past.rule, past.status, duty.person, duty.unit, duty.assignee
       FROM duty_change past
       LEFT JOIN duty ON duty.org_id = past.org_id AND duty.rule = past.rule AND duty.subject = past.subject AND duty.period = past.period
       WHERE past.org_id = $1::text AND past.period <= $2::date AND past.recorded_at <= $3::bigint
       ORDER BY past.rule, past.subject, past.period, past.version DESC) AS known
     WHERE ${tests.join(' AND ')} GROUP BY 1, 2 ORDER BY 1, 2`,
    values,
  );
}

/**
 * The open duties whose day is nearest, just past or just ahead: two walks along one index. What fell due before the programme started is
 * told apart.
 */
export async function mostUrgentRows(
  tx: Transaction,
  scope: Scope,
  today: Day,
  count: number,
  start: string | null,
): Promise<DutyRow[]> {
  const values: unknown[] = [tx.org, formatDay(today)];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const scoped = withinScope(scope, param)
    .map((test) => ` AND ${test}`)
    .join('');
  const limit = param(count, 'int');
  const began = param(start ?? '-infinity', 'date');
  const walk = (test: string, order: string): string =>
    `(SELECT ${dutyColumns} FROM duty WHERE org_id = $1::text AND ${test} AND period <= $2::date AND due_on < DATE 'infinity'${scoped}
      ORDER BY due_on ${order}, rule ${order}, subject ${order}, period ${order} LIMIT ${limit})`;
  return tx.rows<DutyRow>(
    `SELECT * FROM (${walk(`status = ${statusCode('pending')}`, 'ASC')} UNION ALL ${walk(`status = ${statusCode('overdue')} AND due_on >= ${began}`, 'DESC')}) AS near
     ORDER BY abs(due_on - $2::date), due_on, rule, subject, period LIMIT ${limit}`,
    values,
  );
}
