import { formatDay } from '../../calendar/index.ts';
import type { Vocabulary } from '../../facts/index.ts';
import type { Rule } from '../../law/index.ts';
import { statusCode } from '../duty.ts';
import type { Question } from '../question.ts';
import { readingsOf } from '../readings.ts';
import { type RuleSql, unsortedRuleSql } from './write-rule.ts';

/** Duties as rows. Rules on the instant clock have moments in microseconds, the others in days since 1970, so that one index serves both. */
export const dutyTable = `
CREATE TABLE duty (
  org_id text COLLATE "C" NOT NULL, rule text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
  -- '-infinity' where the duty does not recur: a key has no nulls.
  period date NOT NULL,
  status smallint NOT NULL, due bigint, closes bigint, met_on bigint, evidence text[] COLLATE "C" NOT NULL,
  bearer text COLLATE "C", assignee text COLLATE "C", next_change bigint,
  PRIMARY KEY (org_id, rule, subject, period)
);
CREATE INDEX duty_next_change ON duty (org_id, rule, next_change) WHERE next_change IS NOT NULL;`;

const columns = ['status', 'due', 'closes', 'met_on', 'evidence', 'bearer', 'assignee', 'next_change'] as const;
const open = `(${statusCode('pending')}, ${statusCode('overdue')})`;

/** Day numbers of a rule on the day clock; instants are numbers already. */
const number = (expression: string, clock: 'day' | 'instant'): string =>
  clock === 'day' ? `(${expression} - DATE '1970-01-01')::bigint` : expression;

/** The rows of one rule as the table holds them: of each reading of it, whichever is given. */
export function dutyRows(
  rule: Rule,
  question: Question,
  vocabulary: Vocabulary,
  organisation: string,
  subjects: readonly string[] | null = null,
): RuleSql {
  const [first = rule, ...others] = readingsOf(question.rules, rule.id);
  return others.reduce(
    (known, reading) => unionOf(known, rowsOf(reading, question, vocabulary, organisation, subjects)),
    rowsOf(first, question, vocabulary, organisation, subjects),
  );
}

/** Both statements as one; the parameters of the second are counted on from those of the first. */
function unionOf(first: RuleSql, second: RuleSql): RuleSql {
  const counted = second.text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + first.params.length}`);
  return { text: `${first.text}\nUNION ALL ${counted}`, params: [...first.params, ...second.params] };
}

function rowsOf(
  rule: Rule,
  question: Question,
  vocabulary: Vocabulary,
  organisation: string,
  subjects: readonly string[] | null,
): RuleSql {
  const { text, params } = unsortedRuleSql(rule, question, vocabulary, organisation, subjects);
  const values = [...params];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const org = param(organisation, 'text');
  const id = param(rule.id, 'text');
  const now = param(String(nowOf(rule, question)), 'bigint');
  const moments = ['due', 'closes', 'met_on'].map((name) => `${number(`fresh.${name}`, rule.clock)} AS ${name}`);
  // OFFSET keeps the planner from merging the rule into what is around it: among a hundred rules that makes planning twice as dear.
  return {
    text: `SELECT ${org} AS org_id, ${id} AS rule, one.subject, coalesce(one.period, DATE '-infinity') AS period, ${columns
      .slice(0, -1)
      .map((name) => `one.${name}`)
      .join(', ')},
  ${nextChange(rule, question, now, param)} AS next_change${question.stored ? `, ${rule.revision}::int AS revision` : ''}
FROM (SELECT fresh.subject, fresh.period, fresh.status, ${moments.join(', ')}, fresh.evidence, fresh.bearer, fresh.assignee FROM (${text}
OFFSET 0) AS fresh) AS one`,
    params: values,
  };
}

const nowOf = (rule: Rule, question: Question): number =>
  rule.clock === 'instant' ? question.endOfDay : question.asOf;

/** As `nextChangeOf`, where the tick can move the duty by itself; other duties of time are looked at again when the day has passed. */
function nextChange(
  rule: Rule,
  question: Question,
  now: string,
  param: (value: unknown, type: string) => string,
): string {
  const ahead = (name: string): string => `CASE WHEN one.${name} >= ${now} THEN one.${name} END`;
  const waived = rule.waiver === 'never' ? '' : ` WHEN one.status = ${statusCode('waived')} THEN ${now}`;
  const unclear = ` WHEN one.status = ${statusCode('unclear')} AND one.due IS NULL THEN ${ahead('closes')}`;
  const begins = rule.every ? ` WHEN one.period > ${param(formatDay(question.asOf), 'date')} THEN ${now}` : '';
  const lapses = rule.variants.some(({ met }) => met?.form === 'covers' && met.day === 'current');
  const always = lapses ? ` WHEN one.status <> ${statusCode('void')} THEN ${now}` : '';
  return `CASE${always}${begins} WHEN one.status IN ${open} THEN least(${ahead('due')}, ${ahead('closes')})${unclear}${waived} END`;
}

/** Writes all duties of a rule; there are none of it yet. In the order of the key, in which an index grows at its end alone. */
export function fullWrite(rule: Rule, question: Question, vocabulary: Vocabulary, organisation: string): RuleSql {
  const { text, params } = dutyRows(rule, question, vocabulary, organisation);
  return {
    text: `INSERT INTO duty (org_id, rule, subject, period, ${columns.join(', ')}) ${text}\nORDER BY subject, period`,
    params,
  };
}

/** Writes what differs from the table and takes away what is no longer there: for the whole rule, or for some of its subjects. */
export function differencesWrite(
  rule: Rule,
  question: Question,
  vocabulary: Vocabulary,
  organisation: string,
  subjects?: readonly string[],
): RuleSql {
  const { text, params } = dutyRows(rule, question, vocabulary, organisation, subjects ?? null);
  const values = [...params];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const only = (name: string): string =>
    subjects === undefined ? '' : ` AND ${name}.subject = ANY (${param(subjects, 'text[]')})`;
  const of = `${param(organisation, 'text')} AND duty.rule = ${param(rule.id, 'text')}`;
  const list = (name: string): string => columns.map((column) => `${name}.${column}`).join(', ');
  const key = `duty.org_id = ${of} AND duty.subject = change.subject AND duty.period = change.period`;
  // One pass over both sides finds what differs; the three writes see only that.
  return {
    text: `WITH change AS MATERIALIZED (
  SELECT subject, period, old.org_id IS NULL AS added, fresh.org_id IS NULL AS gone, ${columns.map((column) => `fresh.${column}`).join(', ')}
  FROM (${text}) AS fresh
  FULL JOIN (SELECT * FROM duty WHERE duty.org_id = ${of}${only('duty')}) AS old USING (subject, period)
  WHERE old.org_id IS NULL OR fresh.org_id IS NULL OR (${list('old')}) IS DISTINCT FROM (${list('fresh')})
), removed AS (DELETE FROM duty USING change WHERE change.gone AND ${key}),
moved AS (UPDATE duty SET (${columns.join(', ')}) = ROW(${list('change')}) FROM change WHERE NOT change.gone AND NOT change.added AND ${key})
INSERT INTO duty (org_id, rule, subject, period, ${columns.join(', ')})
SELECT ${param(organisation, 'text')}, ${param(rule.id, 'text')}, subject, period, ${list('change')} FROM change WHERE change.added`,
    params: values,
  };
}

/**
 * Moves the duties of a rule whose moment has passed, by their own due and closes and without evaluating anything. What time changes
 * in another way is left with its moment: `tickRemainder` names the subjects to evaluate afresh.
 */
export function tick(rule: Rule, question: Question, organisation: string): RuleSql {
  const now = '$3::bigint';
  return {
    text: `UPDATE duty SET status = CASE WHEN closes < ${now} THEN ${statusCode('missed')} WHEN due < ${now} THEN ${statusCode('overdue')} ELSE status END,
  next_change = CASE WHEN closes < ${now} THEN NULL ELSE least(CASE WHEN due >= ${now} THEN due END, closes) END
WHERE org_id = $1::text AND rule = $2::text AND next_change < ${now} AND status IN ${open}${evaluatedAfresh(rule) ? ' AND false' : ''}`,
    params: [organisation, rule.id, String(nowOf(rule, question))],
  };
}

/** Time works on these otherwise than by due and closes. */
const evaluatedAfresh = (rule: Rule): boolean =>
  rule.every !== null || rule.variants.some(({ met }) => met?.form === 'covers' && met.day === 'current');

export function tickRemainder(rule: Rule, question: Question, organisation: string): RuleSql {
  return {
    text: `SELECT DISTINCT subject FROM duty WHERE org_id = $1::text AND rule = $2::text AND next_change < $3::bigint`,
    params: [organisation, rule.id, String(nowOf(rule, question))],
  };
}
