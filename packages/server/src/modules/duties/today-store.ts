import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import { withinScope } from './list-store.ts';

/** The first day of the programme of the organisation that runs the installation; null where none is set. */
export async function programmeStart(tx: Transaction): Promise<string | null> {
  const row = await tx.row<{ day: string | null }>(
    'SELECT programme_started_on AS day FROM fact_organisation WHERE org_id = $1::text ORDER BY id LIMIT 1',
    [tx.org],
  );
  return row?.day ?? null;
}

export type OpenCount = {
  readonly name: 'overdue' | 'soon' | 'review' | 'unclear';
  readonly duties: number;
  readonly persons: number;
};

/** What still asks for something, by what it asks: four walks along one index. */
export function countOpen(tx: Transaction, scope: Scope, today: Day, start: string | null): Promise<OpenCount[]> {
  const values: unknown[] = [tx.org, formatDay(today), formatDay(today + soonDays), start ?? '-infinity'];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const scoped = withinScope(scope, param)
    .map((test) => ` AND ${test}`)
    .join('');
  const walk = (name: OpenCount['name'], test: string): string =>
    `SELECT '${name}' AS name, count(*)::int AS duties, count(DISTINCT person)::int AS persons FROM duty
     WHERE org_id = $1::text AND period <= $2::date AND ${test}${scoped}`;
  return tx.rows<OpenCount>(
    [
      walk('overdue', `status = ${overdue} AND due_on >= $4::date`),
      walk('soon', `status = ${statusCode('pending')} AND due_on < $3::date`),
      walk('review', `status = ${statusCode('review')}`),
      walk('unclear', `status = ${statusCode('unclear')}`),
    ].join(' UNION ALL '),
    values,
  );
}

export type BacklogLine = { readonly rule: string; readonly duties: number; readonly persons: number };

/** What fell due before the programme began and is open or can no longer be made up for, a line a rule. */
export function countBacklog(tx: Transaction, scope: Scope, today: Day, start: string): Promise<BacklogLine[]> {
  const values: unknown[] = [tx.org, formatDay(today), start, [overdue, statusCode('missed')]];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = [
    'org_id = $1::text',
    'period <= $2::date',
    'status = ANY ($4::smallint[])',
    'due_on < $3::date',
    ...withinScope(scope, param),
  ];
  return tx.rows<BacklogLine>(
    `SELECT rule, count(*)::int AS duties, count(DISTINCT person)::int AS persons FROM duty
     WHERE ${tests.join(' AND ')} GROUP BY rule ORDER BY duties DESC, rule`,
    values,
  );
}

/** Of the same duties, those due from one day until before another. */
export async function countBetween(
  tx: Transaction,
  today: Day,
  from: string,
  to: string,
): Promise<{ readonly duties: number; readonly persons: number }> {
  const row = await tx.row<{ duties: number; persons: number }>(
    `SELECT count(*)::int AS duties, count(DISTINCT person)::int AS persons FROM duty
     WHERE org_id = $1::text AND period <= $2::date AND status = ANY ($3::smallint[]) AND due_on >= $4::date AND due_on < $5::date`,
    [tx.org, formatDay(today), [overdue, statusCode('missed')], from, to],
  );
  return row ?? { duties: 0, persons: 0 };
}

const soonDays = 15;
const overdue = statusCode('overdue');
