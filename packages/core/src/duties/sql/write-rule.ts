import { formatDay, microsPerDay } from '../../calendar/index.ts';
import type { Vocabulary } from '../../facts/index.ts';
import {
  isRef,
  joinText,
  type Node,
  parameterOf,
  type SqlScope,
  SqlWriter,
  sqlType,
  type Type,
  tableName,
  writeSql,
} from '../../feel/index.ts';
import {
  chosenReading,
  type Met,
  periodDays,
  type Rule,
  type Status,
  triggerDays,
  type Variant,
} from '../../law/index.ts';
import { mostPeriods, statusCode } from '../duty.ts';
import type { Question } from '../question.ts';
import { seatTest } from '../reach.ts';
import { readingsOf } from '../readings.ts';
import { readingSql } from './reading-sql.ts';
import { writeEvidenceSql } from './write-evidence.ts';
import { isFirst, writeEvidenceSet } from './write-evidence-set.ts';

/** A statement that gives the duties of one rule: subject, period, bearer, assignee, status, due, met_on, evidence. */
export type RuleSql = { readonly text: string; readonly params: readonly unknown[] };

/** Writes the statement of a rule for one organisation: the same steps as `decide.ts`, over sets; its rows sorted. */
export function ruleSql(rule: Rule, question: Question, vocabulary: Vocabulary, organisation: string): RuleSql {
  const { text, params } = unsortedRuleSql(rule, question, vocabulary, organisation, null);
  return { text: `${text}\nORDER BY subject${rule.every ? ', period' : ''}`, params };
}

/**
 * The same rows in no order, for a statement that goes on with them. With `subjects` only for these, and their evidence searched for one by
 * one, since they are few.
 */
export function unsortedRuleSql(
  rule: Rule,
  question: Question,
  vocabulary: Vocabulary,
  organisation: string,
  subjects: readonly string[] | null,
): RuleSql {
  const stage = { day: '', rule };
  const writer = new SqlWriter(vocabulary, (name, type, own) => slotSql(name, type, own, stage, question), {
    day: formatDay(question.asOf),
    endOfDay: String(question.endOfDay),
  });
  const text = new RuleStatement(rule, question, writer, stage, organisation, subjects).text();
  return { text, params: writer.params };
}

type Stage = { day: string; rule: Rule };

/** Settings are parameters, or a choice of parameters by day; the law's figures and the edition's days are parameters. */
function slotSql(name: string, type: Type, writer: SqlWriter, stage: Stage, question: Question): string {
  if (name === 'calendar') return writer.param(stage.rule.calendar, 'text');
  if (name === 'period.start') return 'span.start_day';
  if (name === 'period.end') return '(span.next_day - 1)';
  if (name === 'after.metOn') return 'followed.met_on';
  if (!name.startsWith('setting.')) {
    const value = stage.rule.constants.find((part) => part.name === name)?.value ?? null;
    return value === null ? `NULL::${sqlType(type)}` : writer.param(parameterOf(value, type), sqlType(type));
  }
  const versions = question.settings.get(name.slice(8)) ?? [];
  return versions.reduce((known, version, index) => {
    const value = writer.param(String(version.value), 'bigint');
    return index === 0
      ? value
      : `CASE WHEN ${stage.day} >= ${writer.param(formatDay(version.from), 'date')} THEN ${value} ELSE ${known} END`;
  }, 'NULL::bigint');
}

/** `first`: the order in which a subject's facts count, where all of them are joined and `evidence` is one id. */
type Outcome = {
  readonly status: readonly string[];
  readonly metOn: string;
  readonly evidence: string;
  readonly first: string | null;
};

class RuleStatement {
  readonly #rule: Rule;
  readonly #question: Question;
  readonly #writer: SqlWriter;
  readonly #stage: Stage;
  readonly #organisation: string;
  readonly #subjects: readonly string[] | null;
  readonly #scope: SqlScope;
  readonly #laterals: string[] = [];
  /** The readings among which a stored duty chooses; none where the trigger day alone does. */
  get #readings(): readonly Rule[] {
    return this.#question.stored ? readingsOf(this.#question.rules, this.#rule.id) : [];
  }

  /** Periods, and a duty that another goes before, are searched for one by one. */
  get #bulk(): boolean {
    return this.#rule.every === null && this.#rule.after === null && this.#subjects === null;
  }

  constructor(
    rule: Rule,
    question: Question,
    writer: SqlWriter,
    stage: Stage,
    organisation: string,
    subjects: readonly string[] | null,
  ) {
    this.#subjects = subjects;
    this.#rule = rule;
    this.#question = question;
    this.#writer = writer;
    this.#stage = stage;
    this.#organisation = organisation;
    this.#scope = { alias: writer.alias(), kind: rule.subject, joins: new Map() };
  }

  text(): string {
    const before = { ...this.#stage };
    const followed = this.#followed();
    this.#stage.rule = this.#rule;
    this.#stage.day = `${this.#scope.alias}.happened_on`;
    const text = this.#writer.withVariable(this.#rule.subject, this.#scope, () =>
      this.#writer.withVariable('subject', this.#scope, () => this.#statement(followed)),
    );
    Object.assign(this.#stage, before);
    return text;
  }

  /** The duties of the rule that this one follows, where they are met. */
  #followed(): string {
    if (this.#rule.after === null) return '';
    const firsts = readingsOf(this.#question.rules, this.#rule.after);
    if (firsts.length === 0) throw new Error(`${this.#rule.id} follows ${this.#rule.after}, which is not asked about`);
    const inner = firsts
      .map((first) =>
        new RuleStatement(first, this.#question, this.#writer, this.#stage, this.#organisation, this.#subjects).text(),
      )
      .join('\nUNION ALL ');
    return ` JOIN (SELECT subject, met_on FROM (${inner}) AS earlier WHERE status IN (${statusCode('met')}, ${statusCode('late')})) AS followed ON followed.subject = ${this.#scope.alias}.id`;
  }

  #statement(followed: string): string {
    const rule = this.#rule;
    const writer = this.#writer;
    const { alias } = this.#scope;
    if (rule.variants.length > 1) this.#choose();
    this.#laterals.push(
      `CROSS JOIN LATERAL (SELECT ${this.#pick((variant) => variant.on, 'NULL::date')} AS on_day) AS begun`,
    );
    this.#stage.day = 'begun.on_day';
    const ended = rule.ends.length === 0 ? null : `least(${rule.ends.map((end) => writeSql(end, writer)).join(', ')})`;
    const organisation = writer.param(this.#organisation, 'text');
    const tests = this.#inForce();
    const seat = seatTest(rule, this.#question);
    if (seat) tests.push(`(${writeSql(seat, writer)}) IS NOT FALSE`);
    let over = ended === null ? null : `(${ended}) IS NOT NULL`;
    if (rule.every) {
      this.#periods(rule.every, ended, tests);
      over = ended === null ? null : `coalesce((${ended}) < span.next_day, false)`;
    }
    if (this.#readings.length > 1) {
      const on = rule.every ? 'span.start_day' : 'begun.on_day';
      const { lateral, test } = readingSql(rule, this.#readings, { alias, on, writer });
      this.#laterals.push(lateral);
      tests.push(test);
    }
    const applies = rule.applies ? writeSql(rule.applies, writer) : null;
    if (applies !== null) tests.push(`(${applies}) IS NOT FALSE`);
    const moment = rule.clock === 'day' ? 'date' : 'bigint';
    const due = this.#pick((variant) => variant.due, `NULL::${moment}`);
    const closes = this.#pick((variant) => variant.closes, `NULL::${moment}`);
    this.#laterals.push(`CROSS JOIN LATERAL (SELECT ${due} AS due, ${closes} AS closes) AS moment`);
    const bearer = this.#pick((variant) => variant.bearer, 'NULL::text');
    const assignee = rule.assignee ? writeSql(rule.assignee, writer) : 'NULL::text';
    const endings = [
      ...(over === null ? [] : [over]),
      ...rule.variants.flatMap((variant, index) => (variant.ends ? [`choice.taken = ${index}`] : [])),
    ];
    const state = rule.forbids ? this.#prohibition(rule.forbids) : this.#outcome(organisation);
    const live = [
      ...(endings.length > 0 ? [`NOT (${endings.join(' OR ')})`] : []),
      ...(applies !== null && rule.applies?.nullable ? [`(${applies}) IS NOT NULL`] : []),
    ];
    const when = (value: string, type: string): string =>
      live.length > 0 ? `CASE WHEN ${live.join(' AND ')} THEN ${value} ELSE ${type} END` : value;
    const status = [
      ...(endings.length > 0 ? [`WHEN ${endings.join(' OR ')} THEN ${statusCode('void')}`] : []),
      ...(applies !== null && rule.applies?.nullable
        ? [`WHEN (${applies}) IS NULL THEN ${statusCode('unclear')}`]
        : []),
      ...state.status,
    ].join(' ');
    // One value for the planner, which guesses at half of the rows: of several comparisons it would make a guess of next to none.
    const limits = [
      `${alias}.org_id = ${organisation}`,
      `${alias}.happened_on <= ${writer.asOf}`,
      ...(this.#subjects === null ? [] : [`${alias}.id = ANY (${writer.param(this.#subjects, 'text[]')})`]),
      `coalesce(${tests.join(' AND ')}, false)`,
    ];
    const columns = (evidence: string): string =>
      `${alias}.id AS subject, ${rule.every ? 'span.start_day' : 'NULL::date'} AS period, ${bearer} AS bearer, ${assignee} AS assignee,
  CASE ${status} END AS status, moment.due AS due, ${when(state.metOn, `NULL::${moment}`)} AS met_on, ${evidence} AS evidence, moment.closes AS closes
FROM ${tableName(rule.subject)} ${alias}${joinText(this.#scope)}${followed}
${this.#laterals.join('\n')}
WHERE ${limits.join(' AND ')}`;
    if (state.first === null) return `SELECT ${columns(when(state.evidence, 'ARRAY[]::text[]'))}`;
    return `SELECT subject, period, bearer, assignee, status, due, met_on, CASE WHEN met_on IS NULL THEN ARRAY[]::text[] ELSE ARRAY[evidence] END AS evidence, closes
FROM (SELECT DISTINCT ON (${alias}.id) ${columns(state.evidence)}
ORDER BY ${alias}.id, ${state.first}) AS each`;
  }

  #choose(): void {
    const cases = this.#rule.variants
      .slice(1)
      .map(
        (variant, index) => `WHEN ${variant.when ? writeSql(variant.when, this.#writer) : 'false'} THEN ${index + 1}`,
      );
    this.#laterals.push(`CROSS JOIN LATERAL (SELECT CASE ${cases.join(' ')} ELSE 0 END AS taken) AS choice`);
  }

  /** A part of the variant taken. */
  #pick(part: (variant: Variant) => Node | null, none: string): string {
    const [base] = this.#rule.variants;
    const sql = (node: Node | null): string => (node ? writeSql(node, this.#writer) : none);
    const own = part(base);
    const others = this.#rule.variants.flatMap((variant, index) =>
      index === 0 || part(variant) === own ? [] : [`WHEN choice.taken = ${index} THEN ${sql(part(variant))}`],
    );
    return others.length === 0 ? sql(own) : `CASE ${others.join(' ')} ELSE ${sql(own)} END`;
  }

  #inForce(): string[] {
    // Where what is stored decides, the trigger day of any reading is one of this.
    const [first = this.#rule] = this.#readings;
    const { from } = triggerDays(first);
    const { to } = triggerDays(this.#readings.length > 1 ? chosenReading(this.#rule) : this.#rule);
    const writer = this.#writer;
    return [
      'begun.on_day IS NOT NULL',
      `begun.on_day <= ${writer.asOf}`,
      `begun.on_day >= ${writer.param(formatDay(from), 'date')}`,
      ...(to === null ? [] : [`begun.on_day < ${writer.param(formatDay(to), 'date')}`]),
    ];
  }

  /** Every period begun by the day asked about, and the next; steps are taken from the anchor. */
  #periods(every: Node, ended: string | null, tests: string[]): void {
    const length = writeSql(every, this.#writer);
    const asOf = this.#writer.asOf;
    const months = every.type === 'months';
    const step = (k: string): string =>
      months
        ? `feel_add_months(begun.on_day, ${k} * (${length}))`
        : `feel_add_to_day(begun.on_day, ${k} * (${length}))`;
    const gone = months
      ? `feel_months_between(begun.on_day, ${asOf}) / greatest(${length}, 1)`
      : `(${asOf} - begun.on_day)::bigint * 86400000000 / greatest(${length}, 1)`;
    this.#laterals.push(`CROSS JOIN LATERAL (SELECT k, ${step('k')} AS start_day, ${step('(k + 1)')} AS next_day, ${step('(k - 1)')} AS last_start
  FROM generate_series(0::bigint, least(greatest(${gone} + 2, 0), ${mostPeriods - 1})) AS k) AS span`);
    // A step of less than a day would begin two periods on one day.
    tests.push(
      `${length} >= ${months ? 1 : microsPerDay}`,
      'span.start_day IS NOT NULL',
      'span.next_day > span.start_day',
      `(span.k = 0 OR span.last_start <= ${asOf})`,
    );
    if (ended !== null) tests.push(`((${ended}) IS NULL OR span.start_day <= (${ended}))`);
    const read = this.#readings.length > 1 ? null : periodDays(this.#rule);
    if (!read) return;
    tests.push(`span.start_day >= ${this.#writer.param(formatDay(read.from), 'date')}`);
    if (read.to !== null) tests.push(`span.start_day < ${this.#writer.param(formatDay(read.to), 'date')}`);
  }

  #outcome(organisation: string): Outcome {
    const rule = this.#rule;
    const writer = this.#writer;
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
    const joined = this.#bulk && mets.length > 0 && mets.every((met) => isFirst(met, this.#isOne(met)));
    mets.forEach((met, index) => {
      const which = rule.variants.flatMap((variant, at) => (variant.met === met ? [`choice.taken = ${at}`] : []));
      const condition = mets.length === 1 ? 'true' : `(${which.join(' OR ')})`;
      const text =
        joined && isFirst(met, true)
          ? writeEvidenceSet(met, window, writer, rule.clock, organisation)
          : writeEvidenceSql(met, window, writer, rule.clock);
      this.#laterals.push(`LEFT JOIN LATERAL (${text}) AS found${index} ON ${condition}`);
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
        ...(rule.waiver === 'never' ? [] : [`WHEN ${this.#waived()} THEN ${code('waived')}`]),
        ...(hasCloses ? [`WHEN ${now} > moment.closes THEN ${code('missed')}`] : []),
        `WHEN moment.due IS NULL THEN ${code('unclear')}`,
        `WHEN ${now} > moment.due THEN ${code('overdue')} ELSE ${code('pending')}`,
      ],
    };
  }

  /** Whether a single fact is asked for, whatever the day: a number that is no expression and has never been another. */
  #isOne(met: Met): boolean {
    if (met.form !== 'count') return false;
    const { number } = met;
    if (number.form === 'literal') return number.value === 1;
    const history =
      number.form === 'slot' && number.name.startsWith('setting.')
        ? this.#question.settings.get(number.name.slice(8))
        : undefined;
    return history?.length === 1 && history[0]?.value === 1;
  }

  #waived(): string {
    const alias = this.#writer.alias();
    const period = this.#rule.every
      ? `(${alias}.period IS NULL OR ${alias}.period = span.start_day)`
      : `${alias}.period IS NULL`;
    return `EXISTS (SELECT FROM fact_waiver ${alias} WHERE ${alias}.org_id = ${this.#scope.alias}.org_id AND ${alias}.rule = ${this.#writer.param(this.#rule.id, 'text')} AND ${alias}.subject = ${this.#scope.alias}.id
    AND ${alias}.granted_on <= ${this.#writer.asOf} AND ${alias}.until > ${this.#writer.asOf} AND ${period})`;
  }

  #prohibition(forbids: Node): Outcome {
    const there = writeSql(forbids, this.#writer);
    const alias = this.#writer.alias();
    this.#laterals.push(`LEFT JOIN LATERAL (SELECT ${alias}.verdict, ${alias}.decided_on FROM fact_review_decision ${alias}
  WHERE ${alias}.org_id = ${this.#scope.alias}.org_id AND ${alias}.rule = ${this.#writer.param(this.#rule.id, 'text')} AND ${alias}.subject = ${this.#scope.alias}.id AND ${alias}.decided_on <= ${this.#writer.asOf}
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
}

/** The kind a reference expression points at. */
export const kindOf = (node: Node | null): string | null => (node && isRef(node.type) ? node.type.ref : null);
