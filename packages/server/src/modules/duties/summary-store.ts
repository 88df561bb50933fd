import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type DutyRow, dutyColumns } from './duty-row.ts';
import { withinScope } from './list-store.ts';
import { dutiesWithin } from './within-store.ts';

/** Duties of one instrument in one status; `about` and `persons`: how many of them are about a person, and about how many persons. */
export type Count = {
  readonly pack: string;
  readonly status: number;
  readonly duties: number;
  readonly about: number;
  readonly persons: number;
  /** Of them, those that fell due before the programme started and were not done, about how many persons; and how many persons the others are about. */
  readonly before: number;
  readonly beforePersons: number;
  readonly sincePersons: number;
};

/** Persons are put together by hash: to count distinct ones PostgreSQL would sort all rows. */
const counted = (from: string, tests: readonly string[], before = 'false'): string =>
  `SELECT pack, status, sum(duties)::int AS duties, coalesce(sum(duties) FILTER (WHERE person IS NOT NULL), 0)::int AS about, count(person)::int AS persons,
     sum(before)::int AS before, count(person) FILTER (WHERE before > 0)::int AS "beforePersons", count(person) FILTER (WHERE duties > before)::int AS "sincePersons" FROM (
     SELECT split_part(rule, '/', 1) AS pack, status, person, count(*) AS duties, count(*) FILTER (WHERE ${before}) AS before
     FROM ${from} WHERE ${tests.join(' AND ')} GROUP BY 1, 2, 3) AS each
   GROUP BY 1, 2 ORDER BY 1, 2`;

export function countDuties(tx: Transaction, scope: Scope, today: Day, start: string | null): Promise<Count[]> {
  const values: unknown[] = [tx.org, formatDay(today)];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = ['org_id = $1::text', 'period <= $2::date', ...withinScope(scope, param)];
  const before = `status IN (${statusCode('overdue')}, ${statusCode('missed')}) AND due_on < ${param(start ?? '-infinity', 'date')}`;
  return tx.rows<Count>(counted('duty', tests, before), values);
}

/** As they were known by a moment to be at the end of a day (`knownRows`). The place is the one of today. */
export function countKnown(tx: Transaction, scope: Scope, day: Day, end: number, knownBy: number): Promise<Count[]> {
  const values: unknown[] = [tx.org, formatDay(day), knownBy, end];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = ['status IS NOT NULL', ...withinScope(scope, param)];
  return tx.rows<Count>(
    counted(
      `(SELECT DISTINCT ON (past.rule, past.subject, past.period) past.rule, past.status, duty.person, duty.unit, duty.assignee
       FROM duty_change past
       LEFT JOIN duty ON duty.org_id = past.org_id AND duty.rule = past.rule AND duty.subject = past.subject AND duty.period = past.period
       WHERE past.org_id = $1::text AND past.period <= $2::date AND past.recorded_at <= $3::bigint AND past.effective <= $4::bigint
       ORDER BY past.rule, past.subject, past.period, past.version DESC) AS known`,
      tests,
    ),
    values,
  );
}

/**
 * The open duties, the earliest day first, so that what is overdue stands before what comes up (as `mostUrgent` of core): two walks along one
 * index. What fell due before the programme started is told apart.
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
  const [pending, overdue] = [statusCode('pending'), statusCode('overdue')];
  const open = `status IN (${pending}, ${overdue}) AND period <= $2::date`;
  const { common, from } = dutiesWithin(scope, open, param);
  const limit = param(count, 'int');
  const began = param(start ?? '-infinity', 'date');
  const earliest = 'due_on, rule, subject, period';
  const walk = (test: string): string =>
    `(SELECT rule, subject, period, due_on FROM ${from} WHERE org_id = $1::text AND ${test} AND period <= $2::date AND due_on < DATE 'infinity'
      ORDER BY ${earliest} LIMIT ${limit})`;
  return tx.rows<DutyRow>(
    `WITH ${common === '' ? '' : `${common}, `}near AS (
       SELECT rule, subject, period FROM (${walk(`status = ${pending}`)} UNION ALL ${walk(`status = ${overdue} AND due_on >= ${began}`)}) AS walked
       ORDER BY ${earliest} LIMIT ${limit})
     SELECT ${dutyColumns} FROM near JOIN duty USING (rule, subject, period) WHERE org_id = $1::text ORDER BY ${earliest}`,
    values,
  );
}
