import { microsPerDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import type { Law } from '@sallyport/core/law';
import type { causes } from './contract.ts';
import type { Asked, Evaluation } from './evaluation.ts';
import { placeOf } from './place.ts';

export type Cause = (typeof causes)[number];

export type Settling = Asked & { readonly cause: Cause; readonly offset: number };

/** A statement that brings the stored duties of some subjects to what an evaluation says, and appends what changed. */
export type SettleStatement = { readonly text: string; params(this: void, settling: Settling): unknown[] };

const kept = [
  'status',
  'due',
  'closes',
  'met_on',
  'evidence',
  'bearer',
  'assignee',
  'next_change',
  'revision',
] as const;
const placed = [...kept, 'due_on', 'person', 'unit'] as const;
const told = ['status', 'due', 'met_on', 'evidence'] as const;
const evaluated = ['org_id', 'rule', 'subject', 'period', ...kept.filter((column) => column !== 'assignee')];
const [pending, met, late, overdue, missed] = (['pending', 'met', 'late', 'overdue', 'missed'] as const).map(
  statusCode,
);
const list = (name: string, columns: readonly string[]): string =>
  columns.map((column) => `${name}.${column}`).join(', ');

/** Whoever was named to act takes the place of whom the rule names: an assignment is a fact, and no duty is written by hand. */
export const assigned = (org: string): string =>
  `LEFT JOIN fact_duty_assignment AS given ON given.org_id = ${org} AND given.rule = one.rule AND given.subject = one.subject
    AND coalesce(given.period, DATE '-infinity') = one.period`;

/**
 * One pass over both sides finds what differs; the writes see only that. A duty whose due or closing moment had passed before anyone
 * looked is first given the changes that time alone made, at the moments at which it made them, and then what the facts make of it: so
 * that it does not matter how late the ticker is (DECISIONS 3, 4).
 */
export function settleStatement(
  law: Law,
  kind: string,
  rules: readonly string[],
  evaluation: Evaluation,
): SettleStatement {
  const values: ((settling: Settling) => unknown)[] = [];
  const from = evaluation.params({ org: '', subjects: [], day: 0, now: 0 }).length;
  const param = (type: string, value: (settling: Settling) => unknown): string =>
    `$${from + values.push(value)}::${type}`;
  const org = param('text', (settling) => settling.org);
  const subjects = param('text[]', (settling) => settling.subjects);
  const ids = param('text[]', () => rules);
  const hourly = new Set(law.rules.filter(({ clock }) => clock === 'instant').map(({ id }) => id));
  const inHours = param('text[]', () => rules.filter((id) => hourly.has(id)));
  const now = param('bigint', (settling) => String(settling.now));
  const offset = param('bigint', (settling) => String(settling.offset * 60_000_000));
  const cause = param('text', (settling) => settling.cause);
  const place = placeOf(kind);
  /** The first microsecond after a moment; a day as a moment means its end. */
  const after = (moment: string): string =>
    `CASE WHEN rule = ANY (${inHours}) THEN ${moment} + 1 ELSE (${moment} + 1) * ${microsPerDay} - ${offset} END`;
  const dueOn = `coalesce(DATE '1970-01-01' + CASE WHEN one.rule = ANY (${inHours}) THEN floor((one.due + ${offset}) / ${microsPerDay}.0) ELSE one.due END::int, DATE 'infinity')`;
  /** When a fact made it so, as far as the duty's own dates tell; what time made is so from the moment carried to. */
  const effective = `CASE WHEN ${cause} = 'clock' THEN ${now} ELSE least(CASE WHEN status IN (${met}, ${late}) THEN after_met WHEN status = ${overdue} THEN after_due WHEN status = ${missed} THEN after_closes END, ${now}) END`;
  return {
    text: `WITH place AS MATERIALIZED (
  SELECT fact.id AS subject, ${place.person} AS person, ${place.unit} AS unit FROM ${place.from} WHERE fact.org_id = ${org} AND fact.id = ANY (${subjects})
), fresh AS MATERIALIZED (
  SELECT ${list('one', evaluated)}, coalesce(given.person, one.assignee) AS assignee, ${dueOn} AS due_on, place.person, place.unit
  FROM (${evaluation.text}) AS one JOIN place ON place.subject = one.subject ${assigned(org)}
), old AS MATERIALIZED (
  SELECT * FROM duty WHERE org_id = ${org} AND rule = ANY (${ids}) AND subject = ANY (${subjects})
), compared AS MATERIALIZED (
  SELECT rule, subject, period, old.org_id IS NULL AS added, fresh.org_id IS NULL AS gone, ${list('fresh', placed)},
    (${list('old', told)}) IS DISTINCT FROM (${list('fresh', told)}) AS differs, old.due AS old_due,
    CASE WHEN old.status = ${pending} AND old.due < coalesce(old.closes, old.due + 1) THEN ${after('old.due')} END AS overdue_at,
    CASE WHEN old.status IN (${pending}, ${overdue}) THEN ${after('old.closes')} END AS missed_at,
    ${after('fresh.due')} AS after_due, ${after('fresh.closes')} AS after_closes, ${after('fresh.met_on')} AS after_met,
    CASE WHEN old.org_id IS NULL THEN coalesce((SELECT max(past.version) FROM duty_change past
      WHERE past.org_id = ${org} AND past.rule = fresh.rule AND past.subject = fresh.subject AND past.period = fresh.period), 0) ELSE old.version END AS base
  FROM fresh FULL JOIN old USING (rule, subject, period)
  WHERE old.org_id IS NULL OR fresh.org_id IS NULL OR (${list('old', placed)}) IS DISTINCT FROM (${list('fresh', placed)})
), stepped AS MATERIALIZED (
  SELECT compared.*, coalesce(overdue_at <= ${now}, false) AS fell_due, coalesce(missed_at <= ${now}, false) AS fell_closed FROM compared
), change AS MATERIALIZED (
  SELECT stepped.*, CASE WHEN added OR gone THEN true
    WHEN fell_due OR fell_closed THEN (CASE WHEN fell_closed THEN ${missed} ELSE ${overdue} END, old_due, NULL::bigint, ARRAY[]::text[]) IS DISTINCT FROM (${list('stepped', told)})
    ELSE differs END AS turned
  FROM stepped
), counted AS MATERIALIZED (
  SELECT change.*, base + fell_due::int + fell_closed::int + turned::int AS version FROM change
), removed AS (
  DELETE FROM duty USING counted WHERE counted.gone AND duty.org_id = ${org} AND duty.rule = counted.rule AND duty.subject = counted.subject AND duty.period = counted.period
), moved AS (
  UPDATE duty SET (${placed.join(', ')}, version) = ROW(${list('counted', placed)}, counted.version) FROM counted
  WHERE NOT counted.gone AND NOT counted.added AND duty.org_id = ${org} AND duty.rule = counted.rule AND duty.subject = counted.subject AND duty.period = counted.period
), inserted AS (
  INSERT INTO duty (org_id, rule, subject, period, ${placed.join(', ')}, version)
  SELECT ${org}, rule, subject, period, ${placed.join(', ')}, version FROM counted WHERE added
)
INSERT INTO duty_change (org_id, rule, subject, period, version, effective, recorded_at, status, due, met_on, evidence, cause)
SELECT ${org}, rule, subject, period, base + 1, overdue_at, overdue_at, ${overdue}, old_due, NULL::bigint, ARRAY[]::text[], 'clock' FROM counted WHERE fell_due
UNION ALL
SELECT ${org}, rule, subject, period, base + fell_due::int + 1, missed_at, missed_at, ${missed}, old_due, NULL::bigint, ARRAY[]::text[], 'clock' FROM counted WHERE fell_closed
UNION ALL
SELECT ${org}, rule, subject, period, version, ${effective}, ${now}, status, due, met_on, coalesce(evidence, ARRAY[]::text[]), ${cause} FROM counted WHERE turned`,
    params: (settling) => [...evaluation.params(settling), ...values.map((value) => value(settling))],
  };
}
