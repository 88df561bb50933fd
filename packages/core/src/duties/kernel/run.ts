import { noDay, type Register, type Vocabulary } from '../../facts/index.ts';
import type { Rule } from '../../law/index.ts';
import type { Question } from '../question.ts';
import { speaks } from '../reach.ts';
import { readingsOf } from '../readings.ts';
import { Relations } from '../relations.ts';
import { type BoundRule, bindRule, type Run, startRule } from './bind.ts';
import { type DutyColumns, type DutyLayout, DutySink, metDays } from './columns.ts';
import { Scratch } from './helpers.ts';
import { ownRoom, type Room } from './room.ts';
import { type KernelCode, writeRule } from './write-rule.ts';

/** Rules compiled for one question and bound to one register: ready to run over any range of subjects. */
export type Kernel = { readonly rules: readonly LinkedRule[] };

type LinkedRule = { readonly rule: Rule; readonly layout: DutyLayout; readonly subjects: number; readonly run: Run };

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
export const link = (
  codes: readonly KernelCode[],
  question: Question,
  register: Register,
  relations = new Relations(register),
): Kernel => start(codes, bind(codes, question, register, relations), question);

/** What every rule reads of a register. */
export const bind = (
  codes: readonly KernelCode[],
  question: Question,
  register: Register,
  relations = new Relations(register),
): BoundRule[] => codes.map((code) => bindRule(code, question, register, relations));

/** Compiles the code of the rules over what was bound for the same rules and question, here or in another thread. */
export function start(codes: readonly KernelCode[], bound: readonly BoundRule[], question: Question): Kernel {
  const scratch = new Scratch();
  if (codes.length !== bound.length) throw new Error(`${bound.length} rules were bound, not ${codes.length}`);
  return {
    rules: bound.flatMap((data, index) =>
      codes.slice(index, index + 1).map((code) => ({
        rule: code.rule,
        layout: code.layout,
        subjects: data.subjects,
        run: startRule(code, data, question, scratch),
      })),
    ),
  };
}

/** Room for the duties of each rule, by rule and revision; kept from one run to the next, what was there is overwritten. */
export type Sinks = Map<string, DutySink>;

/**
 * Subjects are taken in pieces small enough for what a rule has read ahead, and the columns that rules share, to stay near the processor:
 * of 512 to 4,096 this was the fastest at a million trips.
 */
const piece = 1024;

/** A part of the subjects of every kind, for one of several threads; where what it finds lies. */
export type Share = { readonly part: number; readonly of: number; readonly room: Room };

const whole: Share = { part: 0, of: 1, room: ownRoom };

/** Told how many subjects of how many are done; a subject counts once for its kind and once for each rule that follows another. */
export type Told = (done: number, total: number) => void;

/**
 * Evaluates every rule over all its subjects, or over a share of them; results in the order of rule ids and of the revisions that read
 * them. The duties of all shares, one behind the other, are those of the whole.
 */
export function runKernel(
  kernel: Kernel,
  sinks: Sinks = new Map(),
  { part, of, room }: Share = whole,
  told: Told = () => {},
): DutyColumns[] {
  const wanted = new Set(kernel.rules.map(({ rule }) => rule.after));
  const met = new Map<string, Int32Array>();
  const results: DutyColumns[] = [];
  const groups = together(kernel.rules).map((group) => {
    const subjects = group[0]?.subjects ?? 0;
    return {
      group,
      subjects,
      first: Math.floor((subjects * part) / of),
      last: Math.floor((subjects * (part + 1)) / of),
    };
  });
  const total = groups.reduce((sum, { first, last }) => sum + last - first, 0);
  let done = 0;
  for (const { group, subjects, first, last } of groups) {
    const running = group.map((linked) => ({
      ...linked,
      sink: emptySink(linked, sinks, last - first, room),
      // What nobody owes, because its law speaks to none of them, has been met by none.
      followed:
        linked.rule.after === null ? null : (met.get(linked.rule.after) ?? new Int32Array(linked.subjects).fill(noDay)),
    }));
    for (let from = first; from < last; from += piece) {
      const to = Math.min(from + piece, last);
      for (const { run, sink, followed } of running) run(from, to, sink, followed);
      done += to - from;
      told(done, total);
    }
    for (const { rule, sink } of running) {
      const duties = sink.columns(rule);
      // A duty follows another of the same subject, and so one of the same share.
      if (wanted.has(rule.id))
        met.set(rule.id, metDays(duties, met.get(rule.id) ?? new Int32Array(subjects).fill(noDay)));
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

function emptySink({ rule, layout }: LinkedRule, sinks: Sinks, subjects: number, room: Room): DutySink {
  const key = `${rule.id} ${rule.revision}`;
  const sink = sinks.get(key) ?? new DutySink(rule.every ? subjects * 4 : subjects, layout, room);
  sinks.set(key, sink);
  sink.count = 0;
  return sink;
}
