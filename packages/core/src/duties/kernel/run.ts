import { noDay, type Register, type Table, tableOf, type Vocabulary } from '../../facts/index.ts';
import type { Binding } from '../../feel/index.ts';
import type { Rule } from '../../law/index.ts';
import { decidedOf, waivedSubjects, waiversOf } from '../overrides.ts';
import type { Question } from '../question.ts';
import { speaks } from '../reach.ts';
import { readingsOf } from '../readings.ts';
import { Relations } from '../relations.ts';
import { type DutyColumns, type DutyLayout, DutySink, metDays } from './columns.ts';
import { lastsUntil, monthTable, periodStart, Scratch } from './helpers.ts';
import { type KernelCode, kernelParameters, writeRule } from './write-rule.ts';

/** Gives the number of duties in the sink afterwards. */
type Generated = (...values: unknown[]) => number;

/** Rules compiled for one question and bound to one register: ready to run over any range of subjects. */
export type Kernel = { readonly rules: readonly LinkedRule[]; readonly register: Register };

type LinkedRule = {
  readonly rule: Rule;
  readonly layout: DutyLayout;
  readonly run: (from: number, to: number, sink: DutySink, followed: Int32Array | null) => void;
  readonly subjects: number;
};

/** Generates the code of every rule of a question, in an order in which a rule stands after the one it follows. */
export const generate = (question: Question, vocabulary: Vocabulary): KernelCode[] =>
  inOrder(question.rules.filter((rule) => speaks(rule, question))).map((rule) => writeRule(rule, question, vocabulary));

function inOrder(rules: readonly Rule[]): Rule[] {
  const depth = (rule: Rule, left = 20): number => {
    const firsts = left === 0 ? [] : readingsOf(rules, rule.after);
    return Math.max(0, ...firsts.map((first) => depth(first, left - 1) + 1));
  };
  return rules
    .map((rule) => ({ rule, depth: depth(rule) }))
    .toSorted((a, b) => a.depth - b.depth || byReading(a.rule, b.rule))
    .map(({ rule }) => rule);
}

const byReading = (a: Rule, b: Rule): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.revision - b.revision);

/** Binds generated code to the columns of a register. */
export function link(
  codes: readonly KernelCode[],
  question: Question,
  register: Register,
  relations = new Relations(register),
): Kernel {
  const scratch = new Scratch();
  const none: readonly number[] = [];
  return {
    register,
    rules: codes.map((code) => {
      const { rule } = code;
      const names = [...code.bindings.keys()];
      const values = [...code.bindings.values()].map((binding) => bound(binding, register, relations));
      // oxlint-disable-next-line typescript/no-implied-eval -- written from the typed tree alone: nothing a rule says becomes code
      const run = new Function(...kernelParameters, ...names, `"use strict";\n${code.body}`) as Generated;
      const subjects = tableOf(register, rule.subject);
      const waived = rule.waiver === 'never' ? null : waiverTest(register, rule, subjects, question.asOf);
      const reviewed =
        tableOf(register, 'reviewDecision').count === 0
          ? null
          : (subject: number) => decidedOf(register, subjects.ids[subject] ?? '', rule.id, question.asOf);
      const calendar = question.calendars.get(rule.calendar);
      return {
        rule,
        layout: code.layout,
        subjects: subjects.count,
        run: (from, to, sink, followed) => {
          sink.count = run(
            from,
            to,
            question.asOf,
            question.endOfDay,
            sink,
            calendar,
            scratch,
            none,
            periodStart,
            lastsUntil,
            waived,
            reviewed,
            followed,
            ...values,
          );
        },
      };
    }),
  };
}

/** Few duties are waived: a subject that no waiver of the rule names is passed over by a flag. */
function waiverTest(
  register: Register,
  rule: Rule,
  subjects: Table,
  asOf: number,
): ((subject: number, period: number) => boolean) | null {
  const named = new Map(waivedSubjects(register, rule.id).map((id) => [subjects.rowOf(id), id]));
  if (named.size === 0) return null;
  const flags = Uint8Array.from({ length: subjects.count }, (_, row) => (named.has(row) ? 1 : 0));
  return (subject, period) =>
    flags[subject] === 1 && waiversOf(register, named.get(subject) ?? '', rule.id, period, asOf) !== null;
}

function bound(binding: Binding, register: Register, relations: Relations): unknown {
  switch (binding.what) {
    case 'column':
      return tableOf(register, binding.kind).columns[binding.field]?.values;
    case 'offsets':
    case 'members':
      return relations.of(binding.kind, binding.field, binding.only)[binding.what];
    case 'records':
      return relations.records(binding, binding.columns);
    case 'constant': {
      const { value } = binding;
      // A word is its code in the register's dictionary; one that no fact uses matches nothing.
      if (typeof value === 'object' && value !== null && 'word' in value)
        return register.words.codes.get(String(value.word)) ?? -2;
      if (typeof value === 'object' && value !== null && 'months' in value) return monthTable(Number(value.months));
      return value;
    }
  }
}

/** Room for the duties of each rule, by rule and revision; kept from one run to the next, what was there is overwritten. */
export type Sinks = Map<string, DutySink>;

/** Subjects are taken in pieces small enough for the columns that rules share to stay near the processor from one rule to the next. */
const piece = 4096;

/** Evaluates every rule over all its subjects; results in the order of rule ids and of the revisions that read them. */
export function runKernel(kernel: Kernel, sinks: Sinks = new Map()): DutyColumns[] {
  const wanted = new Set(kernel.rules.map(({ rule }) => rule.after));
  const met = new Map<string, Int32Array>();
  const results: DutyColumns[] = [];
  for (const group of together(kernel.rules)) {
    const running = group.map((linked) => ({
      ...linked,
      sink: emptySink(linked, sinks),
      // What nobody owes, because its law speaks to none of them, has been met by none.
      followed:
        linked.rule.after === null ? null : (met.get(linked.rule.after) ?? new Int32Array(linked.subjects).fill(noDay)),
    }));
    const subjects = running[0]?.subjects ?? 0;
    for (let from = 0; from < subjects; from += piece) {
      const to = Math.min(from + piece, subjects);
      for (const { run, sink, followed } of running) run(from, to, sink, followed);
    }
    for (const { rule, sink } of running) {
      const duties = sink.columns(rule);
      if (wanted.has(rule.id)) met.set(rule.id, metDays(duties, kernel.register, met.get(rule.id)));
      results.push(duties);
    }
  }
  return results.toSorted((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.revision - b.revision));
}

/** Rules with one kind of subject; one that follows another stands alone and after it. */
function together(rules: readonly LinkedRule[]): LinkedRule[][] {
  const first = rules.filter(({ rule }) => rule.after === null);
  const kinds = new Set(first.map(({ rule }) => rule.subject));
  const groups = [...kinds].map((kind) => first.filter(({ rule }) => rule.subject === kind));
  return [...groups, ...rules.filter(({ rule }) => rule.after !== null).map((linked) => [linked])];
}

function emptySink({ rule, layout, subjects }: LinkedRule, sinks: Sinks): DutySink {
  const key = `${rule.id} ${rule.revision}`;
  const sink = sinks.get(key) ?? new DutySink(rule.every ? subjects * 4 : subjects, layout);
  sinks.set(key, sink);
  sink.count = 0;
  return sink;
}
