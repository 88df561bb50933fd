import { formatDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Asked, Evaluation } from './evaluation.ts';
import { placeOf } from './place.ts';

/** A duty that two evaluations tell differently, with how many there are of each sort. */
export type Differing = {
  readonly change: 'gained' | 'lost' | 'moved';
  readonly rule: string;
  readonly subject: string;
  readonly period: string;
  readonly status_before: number | null;
  readonly due_before: number | null;
  readonly status_after: number | null;
  readonly due_after: number | null;
  readonly assignee: string | null;
  readonly person: string | null;
  readonly gained: number;
  readonly lost: number;
  readonly moved: number;
};

const told = 'rule, subject, period, status, due, bearer, assignee';

/** Compares two evaluations of one kind of subject over the whole organisation, without periods to come (as `impactOf` of core). */
export function differingBetween(
  tx: Transaction,
  kind: string,
  [before, after]: readonly [Evaluation, Evaluation],
  asked: Asked,
  most: number,
): Promise<Differing[]> {
  const values = before.params(asked);
  // The parameters of the second statement are counted on from those of the first.
  const second = after.text.replaceAll(/\$(\d+)/g, (_, at: string) => `$${Number(at) + values.length}`);
  const all = [...values, ...after.params(asked)];
  const [org, limit] = [`$${all.push(tx.org)}::text`, `$${all.push(most)}::int`];
  const begun = `one.period <= $${all.push(formatDay(asked.day))}::date`;
  const place = placeOf(kind);
  const count = (change: string): string => `count(*) FILTER (WHERE change = '${change}') OVER () AS ${change}`;
  return tx.once<Differing>(
    `WITH before AS MATERIALIZED (SELECT ${told} FROM (${before.text}) AS one WHERE ${begun}), after AS MATERIALIZED (SELECT ${told} FROM (${second}) AS one WHERE ${begun}),
       differing AS MATERIALIZED (
         SELECT rule, subject, period, before.status AS status_before, before.due AS due_before, after.status AS status_after, after.due AS due_after,
           coalesce(after.assignee, before.assignee) AS assignee,
           CASE WHEN before.status IS NULL THEN 'gained' WHEN after.status IS NULL THEN 'lost' ELSE 'moved' END AS change
         FROM before FULL JOIN after USING (rule, subject, period)
         WHERE (before.status, before.due, before.bearer) IS DISTINCT FROM (after.status, after.due, after.bearer))
     SELECT differing.*, (SELECT ${place.person} FROM ${place.from} WHERE fact.org_id = ${org} AND fact.id = differing.subject) AS person,
       ${['gained', 'lost', 'moved'].map(count).join(', ')}
     FROM differing ORDER BY rule, subject, period LIMIT ${limit}`,
    all,
  );
}
