import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { DutyRow } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { withinScope } from './list-store.ts';
import { placeOf } from './place.ts';
import { readPolicy } from './store.ts';
import type { Count } from './summary-store.ts';

/** A duty as an as-of answer tells it. */
export type PastRow = Pick<DutyRow, 'rule' | 'subject' | 'period' | 'status' | 'due' | 'met_on' | 'evidence'>;

/** The same with when the program learnt it. */
export type KnownRow = PastRow & { readonly recorded_at: number };

/**
 * What was known by a moment of how things stood at the end of a day: of what was recorded until the moment and was so by that end, each
 * duty's last change; null: of whatever rule. Where the two are one, nothing but the moment tells: what is recorded was so by then.
 */
export const knownRows = (
  tx: Transaction,
  rules: readonly string[] | null,
  end: number,
  knownBy: number = end,
): Promise<KnownRow[]> =>
  tx.rows<KnownRow>(
    `SELECT * FROM (
       SELECT DISTINCT ON (rule, subject, period) rule, subject, period, status, due, met_on, evidence, recorded_at FROM duty_change
       WHERE org_id = $1::text AND ($2::text[] IS NULL OR rule = ANY ($2::text[])) AND recorded_at <= $3::bigint AND effective <= $4::bigint
       ORDER BY rule, subject, period, version DESC) AS known
     WHERE status IS NOT NULL ORDER BY rule, subject, period`,
    [tx.org, rules, knownBy, end],
  );

/** What we now know was so at the end of a day: evaluated again with later facts hidden. */
export async function trueRows(
  tx: Transaction,
  engine: Engine,
  rules: readonly string[],
  day: Day,
  end: number,
): Promise<PastRow[]> {
  const own = engine.own(await readPolicy(tx));
  const { text, params } = own.engine.evaluate(rules, own.settings, true);
  return tx.once<PastRow>(
    `SELECT rule, subject, period, status, due, met_on, evidence FROM (${text}) AS fresh ORDER BY rule COLLATE "C", subject COLLATE "C", period`,
    params({ org: tx.org, subjects: [], day, now: end }),
  );
}

export async function countTrue(
  tx: Transaction,
  engine: Engine,
  scope: Scope,
  day: Day,
  end: number,
): Promise<Count[]> {
  const own = engine.own(await readPolicy(tx));
  const all: Count[] = [];
  for (const [kind, rules] of engine.kinds) {
    const { text, params } = own.engine.evaluate(rules, own.settings, true);
    const values = params({ org: tx.org, subjects: [], day, now: end });
    const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
    const place = placeOf(kind);
    const org = param(tx.org, 'text');
    const tests = [`period <= ${param(formatDay(day), 'date')}`, ...withinScope(scope, param)];
    all.push(
      ...(await tx.once<Count>(
        `SELECT split_part(rule, '/', 1) AS pack, status, count(*)::int AS duties, count(person)::int AS about, count(DISTINCT person)::int AS persons,
           0 AS before, 0 AS "beforePersons", count(DISTINCT person)::int AS "sincePersons"
         FROM (SELECT fresh.rule, fresh.period, fresh.status, fresh.assignee, place.person, place.unit FROM (${text}) AS fresh
           JOIN (SELECT fact.id, ${place.person} AS person, ${place.unit} AS unit FROM ${place.from} WHERE fact.org_id = ${org}) AS place ON place.id = fresh.subject) AS one
         WHERE ${tests.join(' AND ')} GROUP BY 1, 2`,
        values,
      )),
    );
  }
  const sums = new Map<string, Count>();
  for (const one of all) {
    const key = `${one.pack} ${one.status}`;
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? one : added(sum, one));
  }
  return [...sums.values()];
}

/** Persons of different kinds of subject may be the same: the smallest number is the one that is safe to judge by. */
const added = (sum: Count, one: Count): Count => ({
  ...sum,
  duties: sum.duties + one.duties,
  about: sum.about + one.about,
  persons:
    sum.persons === 0 || one.persons === 0 ? Math.max(sum.persons, one.persons) : Math.min(sum.persons, one.persons),
});
