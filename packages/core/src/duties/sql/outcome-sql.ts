import { microsPerDay } from '../../calendar/index.ts';
import { type Node, writeSql } from '../../feel/index.ts';
import type { Met, Status } from '../../law/index.ts';
import { statusCode } from '../duty.ts';
import type { Question } from '../question.ts';
import { writeEvidenceSql } from './write-evidence.ts';
import { isFirst, writeEvidenceSet } from './write-evidence-set.ts';
import type { Writing } from './writing.ts';

/** `first`: the order in which a subject's facts count, where all of them are joined and `evidence` is one id. */
type Outcome = {
  readonly status: readonly string[];
  readonly metOn: string;
  readonly evidence: string;
  readonly first: string | null;
};

/** By evidence and moments. `bulk`: the evidence of all subjects is joined at once, where the first fact of each is asked for. */
export function outcomeSql(writing: Writing, organisation: string, bulk: boolean): Outcome {
  const { rule, writer, laterals } = writing;
  const hasCloses = rule.variants.some((variant) => variant.closes !== null);
  const window = {
    from: rule.every ? 'span.start_day' : null,
    until: rule.every ? 'span.next_day' : null,
    closes: hasCloses ? 'moment.closes' : null,
    on:
      rule.clock === 'instant'
        ? `(${writer.asOfInstant} - (${writer.asOf} - begun.on_day) * ${microsPerDay}::bigint)`
        : 'begun.on_day',
  };
  const mets = [...new Set(rule.variants.map((variant) => variant.met))].filter((met): met is Met => met !== null);
  const joined = bulk && mets.length > 0 && mets.every((met) => isFirst(met, isOne(met, writing.question)));
  mets.forEach((met, index) => {
    const which = rule.variants.flatMap((variant, at) => (variant.met === met ? [`choice.taken = ${at}`] : []));
    const condition = mets.length === 1 ? 'true' : `(${which.join(' OR ')})`;
    const text =
      joined && isFirst(met, true)
        ? writeEvidenceSet(met, window, writer, rule.clock, organisation)
        : writeEvidenceSql(met, window, writer, rule.clock);
    laterals.push(`LEFT JOIN LATERAL (${text}) AS found${index} ON ${condition}`);
  });
  const of = (name: string): string => {
    const all = mets.map((_, index) => `found${index}.${name}`);
    return all.length === 1 ? (all[0] ?? '') : `coalesce(${all.join(', ')})`;
  };
  const metOn = of('met_on');
  const now = rule.clock === 'instant' ? writer.asOfInstant : writer.asOf;
  const code = (status: Status): number => statusCode(status);
  return {
    metOn,
    evidence: joined ? of('id') : `CASE WHEN ${metOn} IS NULL THEN ARRAY[]::text[] ELSE ${of('evidence')} END`,
    first: joined ? `${metOn}, ${of('id')}` : null,
    status: [
      `WHEN ${metOn} IS NOT NULL THEN CASE WHEN ${metOn} > moment.due THEN ${code('late')} ELSE ${code('met')} END`,
      ...(rule.waiver === 'never' ? [] : [`WHEN ${waivedSql(writing)} THEN ${code('waived')}`]),
      ...(hasCloses ? [`WHEN ${now} > moment.closes THEN ${code('missed')}`] : []),
      `WHEN moment.due IS NULL THEN ${code('unclear')}`,
      `WHEN ${now} > moment.due THEN ${code('overdue')} ELSE ${code('pending')}`,
    ],
  };
}

/** Whether a single fact is asked for, whatever the day: a number that is no expression and has never been another. */
function isOne(met: Met, question: Question): boolean {
  if (met.form !== 'count') return false;
  const { number } = met;
  if (number.form === 'literal') return number.value === 1;
  const history =
    number.form === 'slot' && number.name.startsWith('setting.')
      ? question.settings.get(number.name.slice(8))
      : undefined;
  return history?.length === 1 && history[0]?.value === 1;
}

function waivedSql({ rule, writer, subjects }: Writing): string {
  const alias = writer.alias();
  const period = rule.every
    ? `(${alias}.period IS NULL OR ${alias}.period = span.start_day)`
    : `${alias}.period IS NULL`;
  return `EXISTS (SELECT FROM fact_waiver ${alias} WHERE ${alias}.org_id = ${subjects}.org_id AND ${alias}.rule = ${writer.param(rule.id, 'text')} AND ${alias}.subject = ${subjects}.id
    AND ${alias}.granted_on <= ${writer.asOf} AND ${alias}.until > ${writer.asOf} AND ${period})`;
}

/** A forbidden fact on record asks for a person's look, and what that person decided is the status. */
export function prohibitionSql(forbids: Node, { rule, writer, subjects, laterals }: Writing): Outcome {
  const there = writeSql(forbids, writer);
  const alias = writer.alias();
  laterals.push(`LEFT JOIN LATERAL (SELECT ${alias}.verdict, ${alias}.decided_on FROM fact_review_decision ${alias}
  WHERE ${alias}.org_id = ${subjects}.org_id AND ${alias}.rule = ${writer.param(rule.id, 'text')} AND ${alias}.subject = ${subjects}.id AND ${alias}.decided_on <= ${writer.asOf}
  ORDER BY ${alias}.decided_on DESC, ${alias}.id DESC LIMIT 1) AS review ON true`);
  return {
    metOn: `CASE WHEN NOT (${there}) THEN begun.on_day WHEN (${there}) AND review.verdict <> 'confirmed' THEN review.decided_on END`,
    evidence: 'ARRAY[]::text[]',
    first: null,
    status: [
      `WHEN NOT (${there}) THEN ${statusCode('met')}`,
      `WHEN (${there}) IS NULL THEN ${statusCode('unclear')}`,
      `WHEN review.verdict = 'confirmed' THEN ${statusCode('breached')}`,
      `WHEN review.verdict IS NOT NULL THEN ${statusCode('met')} ELSE ${statusCode('review')}`,
    ],
  };
}
