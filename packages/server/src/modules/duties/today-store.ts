import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import { ownOrganisation } from '../register/index.ts';
import { fewest } from './suppress.ts';
import { dutiesWithin } from './within-store.ts';

/** The first day of the programme of the organisation that runs the installation; null where none is set. */
export async function programmeStart(tx: Transaction): Promise<string | null> {
  return (await ownOrganisation(tx))?.programmeStartedOn ?? null;
}

export type OpenCount = {
  readonly name: 'overdue' | 'soon' | 'review' | 'unclear';
  readonly duties: number;
  /** No further than what a number is shown from: whether there are more does not matter. */
  readonly persons: number;
};

const open = (['overdue', 'pending', 'review', 'unclear'] as const).map(statusCode);

/** What still asks for something, by what it asks: four walks along one index that read no row of the table but of the first few persons. */
export function countOpen(tx: Transaction, scope: Scope, today: Day, start: string | null): Promise<OpenCount[]> {
  const values: unknown[] = [tx.org, formatDay(today), formatDay(today + soonDays), start ?? '-infinity', fewest];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const { common, from } = dutiesWithin(scope, `status IN (${open.join(', ')}) AND period <= $2::date`, param);
  const walk = (name: OpenCount['name'], test: string): string => {
    const rows = `${from} WHERE org_id = $1::text AND period <= $2::date AND ${test}`;
    return `SELECT '${name}' AS name, (SELECT count(*)::int FROM ${rows}) AS duties, (${someOf(rows)}) AS persons`;
  };
  return tx.rows<OpenCount>(
    `${withCommon(common)}${[
      walk('overdue', `status = ${overdue} AND due_on >= $4::date`),
      walk('soon', `status = ${statusCode('pending')} AND due_on < $3::date`),
      walk('review', `status = ${statusCode('review')}`),
      walk('unclear', `status = ${statusCode('unclear')}`),
    ].join(' UNION ALL ')}`,
    values,
  );
}

/** How many persons rows are about, $5 at the most: one after the other is looked for that was not found yet. */
const someOf = (rows: string): string => `WITH RECURSIVE found(persons) AS (
  SELECT ARRAY[]::text[] COLLATE "C" UNION ALL
  SELECT found.persons || another.person FROM found CROSS JOIN LATERAL (
    SELECT person FROM ${rows} AND person IS NOT NULL AND person <> ALL (found.persons) LIMIT 1) AS another
  WHERE cardinality(found.persons) < $5::int
) SELECT max(cardinality(persons)) FROM found`;

export type BacklogLine = { readonly rule: string; readonly duties: number; readonly persons: number };

/** What fell due before the programme began and is open or can no longer be made up for, a line a rule. */
export function countBacklog(tx: Transaction, scope: Scope, today: Day, start: string): Promise<BacklogLine[]> {
  const values: unknown[] = [tx.org, formatDay(today), start, [overdue, statusCode('missed')]];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = `status = ANY ($4::smallint[]) AND due_on < $3::date AND period <= $2::date`;
  const { common, from } = dutiesWithin(scope, tests, param);
  // Persons are put together by hash: to count distinct ones PostgreSQL would sort all rows of a rule.
  return tx.rows<BacklogLine>(
    `${withCommon(common)}SELECT rule, sum(duties)::int AS duties, count(person)::int AS persons FROM (
       SELECT rule, person, count(*) AS duties FROM ${from} WHERE org_id = $1::text AND ${tests} GROUP BY rule, person) AS each
     GROUP BY rule ORDER BY 2 DESC, rule`,
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
    `SELECT coalesce(sum(duties), 0)::int AS duties, count(person)::int AS persons FROM (
       SELECT person, count(*) AS duties FROM duty
       WHERE org_id = $1::text AND period <= $2::date AND status = ANY ($3::smallint[]) AND due_on >= $4::date AND due_on < $5::date GROUP BY person) AS each`,
    [tx.org, formatDay(today), [overdue, statusCode('missed')], from, to],
  );
  return row ?? { duties: 0, persons: 0 };
}

const withCommon = (common: string): string => (common === '' ? '' : `WITH ${common} `);
const soonDays = 15;
const overdue = statusCode('overdue');
