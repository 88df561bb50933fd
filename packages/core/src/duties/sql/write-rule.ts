import { formatDay } from '../../calendar/index.ts';
import type { Vocabulary } from '../../facts/index.ts';
import { isRef, joinText, type Node, type SqlScope, SqlWriter, tableName, writeSql } from '../../feel/index.ts';
import type { Rule, Variant } from '../../law/index.ts';
import { statusCode } from '../duty.ts';
import type { Question } from '../question.ts';
import { seatTest } from '../reach.ts';
import { readingsOf } from '../readings.ts';
import { conditionOf } from '../territory.ts';
import { inForceSql, periodsSql } from './days-sql.ts';
import { outcomeSql, prohibitionSql } from './outcome-sql.ts';
import { readingSql } from './reading-sql.ts';
import { type Stage, slotSql } from './slot-sql.ts';
import type { Writing } from './writing.ts';

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

class RuleStatement {
  readonly #rule: Rule;
  readonly #question: Question;
  readonly #writer: SqlWriter;
  readonly #stage: Stage;
  readonly #organisation: string;
  readonly #subjects: readonly string[] | null;
  readonly #scope: SqlScope;
  readonly #laterals: string[] = [];
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
    const writing: Writing = {
      rule,
      question: this.#question,
      writer,
      subjects: alias,
      laterals: this.#laterals,
      readings: this.#question.stored ? readingsOf(this.#question.rules, rule.id) : [],
    };
    if (rule.variants.length > 1) this.#choose();
    this.#laterals.push(
      `CROSS JOIN LATERAL (SELECT ${this.#pick((variant) => variant.on, 'NULL::date')} AS on_day) AS begun`,
    );
    this.#stage.day = 'begun.on_day';
    const ended = rule.ends.length === 0 ? null : `least(${rule.ends.map((end) => writeSql(end, writer)).join(', ')})`;
    const organisation = writer.param(this.#organisation, 'text');
    const tests = inForceSql(writing);
    const seat = seatTest(rule, this.#question);
    if (seat) tests.push(`(${writeSql(seat, writer)}) IS NOT FALSE`);
    let over = ended === null ? null : `(${ended}) IS NOT NULL`;
    if (rule.every) {
      periodsSql(rule.every, ended, tests, writing);
      over = ended === null ? null : `coalesce((${ended}) < span.next_day, false)`;
    }
    if (writing.readings.length > 1) {
      const on = rule.every ? 'span.start_day' : 'begun.on_day';
      const { lateral, test } = readingSql(rule, writing.readings, { alias, on, writer });
      this.#laterals.push(lateral);
      tests.push(test);
    }
    const condition = conditionOf(rule, this.#question);
    const applies = condition ? writeSql(condition, writer) : null;
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
    const state = rule.forbids ? prohibitionSql(rule.forbids, writing) : outcomeSql(writing, organisation, this.#bulk);
    const live = [
      ...(endings.length > 0 ? [`NOT (${endings.join(' OR ')})`] : []),
      ...(applies !== null && condition?.nullable ? [`(${applies}) IS NOT NULL`] : []),
    ];
    const when = (value: string, type: string): string =>
      live.length > 0 ? `CASE WHEN ${live.join(' AND ')} THEN ${value} ELSE ${type} END` : value;
    const status = [
      ...(endings.length > 0 ? [`WHEN ${endings.join(' OR ')} THEN ${statusCode('void')}`] : []),
      ...(applies !== null && condition?.nullable ? [`WHEN (${applies}) IS NULL THEN ${statusCode('unclear')}`] : []),
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
}

/** The kind a reference expression points at. */
export const kindOf = (node: Node | null): string | null => (node && isRef(node.type) ? node.type.ref : null);
