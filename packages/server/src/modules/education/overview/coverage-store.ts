import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { exemptUntil } from '../exemption/store.ts';
import { countedSql, isOpenRank, openSql, rankSql } from './standing.ts';

export type AskedTopic = { readonly topic: string; readonly rules: readonly string[] };

/** How many people of one unit stand at one place in the order of urgency. */
export type CountOfUnit = {
  readonly topic: string;
  readonly unit: string | null;
  readonly rank: number;
  /** Need not take part: apart from all others, as no completion (docs/decisions/0089). */
  readonly exempt: boolean;
  readonly persons: number;
};

/**
 * Everybody counts once in a topic. Of one rule that asks something of them again and again, what can still be done comes first; where nothing
 * can, what was due last says how they stand. Of several rules the worst.
 */
export function countByUnit(
  tx: Transaction,
  topics: readonly AskedTopic[],
  scope: Scope,
  today: Day,
): Promise<CountOfUnit[]> {
  const pairs = topics.flatMap(({ topic, rules }) => rules.map((rule) => ({ topic, rule })));
  const values: unknown[] = [
    tx.org,
    pairs.map(({ topic }) => topic),
    pairs.map(({ rule }) => rule),
    formatDay(today),
    ...(scope.whole ? [] : [[...scope.units]]),
  ];
  const within = scope.whole ? '' : 'AND duty.unit = ANY ($5::text[])';
  return tx.rows(
    `WITH each AS (
       SELECT DISTINCT ON (asked.topic, duty.rule, duty.person) asked.topic, duty.person, duty.unit, ${rankSql} AS rank
       FROM unnest($2::text[], $3::text[]) AS asked(topic, rule)
       JOIN duty ON duty.org_id = $1::text AND duty.rule = asked.rule
       WHERE duty.period <= $4::date AND duty.person IS NOT NULL AND ${countedSql} ${within}
       ORDER BY asked.topic, duty.rule, duty.person, (${openSql}) DESC, CASE WHEN ${openSql} THEN ${rankSql} END, duty.due_on DESC, duty.subject
     ), persons AS (
       SELECT topic, person, min(unit) AS unit, min(rank) AS rank FROM each GROUP BY topic, person
     )
     SELECT topic, unit, rank, exempt, count(*)::int AS persons FROM (
       SELECT topic, unit, rank, ${isOpenRank('rank')} AND ${exemptUntil('persons.person', 'persons.topic', '$4::date')} IS NOT NULL AS exempt FROM persons) AS each
     GROUP BY topic, unit, rank, exempt`,
    values,
  );
}

/** Units in the order of their names. */
export const unitsByName = (
  tx: Transaction,
  ids: readonly string[],
  order: 'zh' | 'en',
): Promise<{ readonly id: string; readonly name: string }[]> =>
  tx.rows(
    `SELECT id, name FROM fact_unit WHERE org_id = $1 AND id = ANY ($2::text[]) ORDER BY ${order === 'zh' ? 'sort_zh' : 'sort_en'}, id`,
    [tx.org, ids],
  );
