import { noDay, type Register, type Table, tableOf } from '../../facts/index.ts';
import type { Binding } from '../../feel/index.ts';
import type { Rule } from '../../law/index.ts';
import { decidedOf, decidedSubjects, waivedPeriods } from '../overrides.ts';
import type { Question } from '../question.ts';
import type { Relations } from '../relations.ts';
import type { DutySink } from './columns.ts';
import { lastsUntil, monthTable, periodStart, type Scratch } from './helpers.ts';
import { type KernelCode, kernelParameters } from './write-rule.ts';

/** What the generated code of a rule reads of a register, as plain data: it can be handed to another thread. */
export type BoundRule = {
  readonly rule: string;
  readonly revision: number;
  readonly subjects: number;
  /** In the order of the bindings; null for a function, which the other thread has in its own code. */
  readonly values: readonly unknown[];
  readonly waived: Waived | null;
  /** The last decision about a subject that has one; null where nobody has decided anything. */
  readonly reviewed: ReadonlyMap<number, Reviewed> | null;
};

/** Subjects marked by a flag, since few duties are waived; of these the periods waived, `noDay` for every period. */
type Waived = { readonly flags: Uint8Array; readonly periods: ReadonlyMap<number, readonly number[]> };
type Reviewed = { readonly confirmed: boolean; readonly on: number };

/** Gives the number of duties in the sink afterwards. */
type Generated = (...values: unknown[]) => number;
export type Run = (from: number, to: number, sink: DutySink, followed: Int32Array | null) => void;

export function bindRule(code: KernelCode, question: Question, register: Register, relations: Relations): BoundRule {
  const { rule } = code;
  const subjects = tableOf(register, rule.subject);
  return {
    rule: rule.id,
    revision: rule.revision,
    subjects: subjects.count,
    values: [...code.bindings.values()].map((binding) => bound(binding, register, relations)),
    waived: rule.waiver === 'never' ? null : waivedOf(register, rule, subjects, question.asOf),
    reviewed: rule.forbids === null ? null : reviewedOf(register, rule, subjects, question.asOf),
  };
}

/** Compiles the code of a rule over what was bound. */
export function startRule(code: KernelCode, data: BoundRule, question: Question, scratch: Scratch): Run {
  const { rule, bindings } = code;
  if (data.rule !== rule.id || data.revision !== rule.revision)
    throw new Error(`what was bound is of ${data.rule}, not of ${rule.id}`);
  const values = [...bindings.values()].map((binding, index) =>
    binding.what === 'constant' && typeof binding.value === 'function' ? binding.value : data.values[index],
  );
  // oxlint-disable-next-line typescript/no-implied-eval -- written from the typed tree alone: nothing a rule says becomes code
  const run = new Function(...kernelParameters, ...bindings.keys(), `"use strict";\n${code.body}`) as Generated;
  const { waived, reviewed } = data;
  const isWaived = waived && ((subject: number, period: number) => holds(waived, subject, period));
  const decided = reviewed && ((subject: number) => reviewed.get(subject) ?? null);
  const calendar = question.calendars.get(rule.calendar);
  const none: readonly number[] = [];
  return (from, to, sink, followed) => {
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
      isWaived,
      decided,
      followed,
      ...values,
    );
  };
}

function bound(binding: Binding, register: Register, relations: Relations): unknown {
  switch (binding.what) {
    case 'column':
      return tableOf(register, binding.kind).columns[binding.field]?.values;
    case 'offsets':
    case 'members':
      return relations.of(binding.kind, binding.field, binding.only)[binding.what];
    case 'records':
      return relations.records(binding, binding.columns, binding.lasting);
    case 'constant': {
      const { value } = binding;
      if (typeof value === 'function') return null;
      // A word is its code in the register's dictionary; one that no fact uses matches nothing.
      if (typeof value === 'object' && value !== null && 'word' in value)
        return register.words.codes.get(String(value.word)) ?? -2;
      if (typeof value === 'object' && value !== null && 'months' in value) return monthTable(Number(value.months));
      return value;
    }
  }
}

function waivedOf(register: Register, rule: Rule, subjects: Table, asOf: number): Waived | null {
  const periods = new Map<number, readonly number[]>();
  for (const [subject, days] of waivedPeriods(register, rule.id, asOf)) {
    const row = subjects.rowOf(subject);
    if (row >= 0) periods.set(row, days);
  }
  if (periods.size === 0) return null;
  return { flags: Uint8Array.from({ length: subjects.count }, (_, row) => (periods.has(row) ? 1 : 0)), periods };
}

const holds = ({ flags, periods }: Waived, subject: number, period: number): boolean =>
  flags[subject] === 1 && (periods.get(subject) ?? []).some((only) => only === noDay || only === period);

function reviewedOf(
  register: Register,
  rule: Rule,
  subjects: Table,
  asOf: number,
): ReadonlyMap<number, Reviewed> | null {
  const found = new Map<number, Reviewed>();
  for (const id of decidedSubjects(register, rule.id)) {
    const decided = decidedOf(register, id, rule.id, asOf);
    const row = subjects.rowOf(id);
    if (decided && row >= 0) found.set(row, { confirmed: decided.confirmed, on: decided.on });
  }
  return found.size === 0 ? null : found;
}
