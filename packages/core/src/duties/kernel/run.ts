import { type Register, tableOf, type Vocabulary } from '../../facts/index.ts';
import type { Binding } from '../../feel/index.ts';
import type { Rule } from '../../law/index.ts';
import { decidedOf, waivedSubjects, waiversOf } from '../overrides.ts';
import type { Question } from '../question.ts';
import { readingsOf } from '../readings.ts';
import { Relations } from '../relations.ts';
import { type DutyColumns, DutySink, metDays } from './columns.ts';
import { lastsUntil, monthTable, periodStart, Scratch } from './helpers.ts';
import { type KernelCode, kernelParameters, writeRule } from './write-rule.ts';

type Generated = (...values: unknown[]) => void;

/** Rules compiled for one question and bound to one register: ready to run over any range of subjects. */
export type Kernel = { readonly rules: readonly LinkedRule[]; readonly register: Register };

type LinkedRule = {
  readonly rule: Rule;
  readonly run: (from: number, to: number, sink: DutySink, followed: Int32Array | null) => void;
  readonly subjects: number;
};

/** Generates the code of every rule of a question, in an order in which a rule stands after the one it follows. */
export const generate = (question: Question, vocabulary: Vocabulary): KernelCode[] =>
  inOrder(question.rules).map((rule) => writeRule(rule, question, vocabulary));

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
      const { ids } = tableOf(register, rule.subject);
      const waived = rule.waiver === 'never' ? null : waiverTest(register, rule, ids, question.asOf);
      const reviewed =
        tableOf(register, 'reviewDecision').ids.length === 0
          ? null
          : (subject: number) => decidedOf(register, ids[subject] ?? '', rule.id, question.asOf);
      const calendar = question.calendars.get(rule.calendar);
      return {
        rule,
        subjects: ids.length,
        run: (from, to, sink, followed) =>
          run(
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
          ),
      };
    }),
  };
}

/** Few duties are waived: a subject that no waiver of the rule names is passed over by a flag. */
function waiverTest(
  register: Register,
  rule: Rule,
  ids: readonly string[],
  asOf: number,
): ((subject: number, period: number) => boolean) | null {
  const named = new Set(waivedSubjects(register, rule.id));
  if (named.size === 0) return null;
  const flags = Uint8Array.from(ids, (id) => (named.has(id) ? 1 : 0));
  return (subject, period) =>
    flags[subject] === 1 && waiversOf(register, ids[subject] ?? '', rule.id, period, asOf) !== null;
}

function bound(binding: Binding, register: Register, relations: Relations): unknown {
  switch (binding.what) {
    case 'column':
      return tableOf(register, binding.kind).columns[binding.field]?.values;
    case 'offsets':
    case 'members':
      return relations.of(binding.kind, binding.field, binding.only)[binding.what];
    case 'memberColumn':
      return relations.column(binding, binding.column);
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

/** Evaluates every rule over all its subjects; results in the order of rule ids and of the revisions that read them. */
export function runKernel(kernel: Kernel, sinks: Sinks = new Map()): DutyColumns[] {
  const met = new Map<string, Int32Array>();
  const wanted = new Set(kernel.rules.map(({ rule }) => rule.after));
  const results = kernel.rules.map((linked) => {
    const { rule, subjects } = linked;
    const key = `${rule.id} ${rule.revision}`;
    const sink = sinks.get(key) ?? new DutySink(rule.every ? subjects * 4 : subjects, rule.clock);
    sinks.set(key, sink);
    sink.count = 0;
    linked.run(0, subjects, sink, rule.after === null ? null : (met.get(rule.after) ?? null));
    const duties = sink.columns(rule);
    if (wanted.has(rule.id)) met.set(rule.id, metDays(duties, kernel.register, met.get(rule.id)));
    return duties;
  });
  return results.toSorted((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.revision - b.revision));
}
