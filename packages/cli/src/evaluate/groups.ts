import {
  type DutyColumns,
  generate,
  link,
  type Question,
  readingFinder,
  runKernel,
  statusCodes,
  type Told,
  withEarlier,
  worst,
} from '@sallyport/core/duties';
import { noDay, type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import type { Law, Rule } from '@sallyport/core/law';
import { type Annotation, type Note, nothing } from './annotation.ts';
import { keyOf } from './subject-key.ts';

export function evaluated(rules: readonly Rule[], question: Question, register: Register, told?: Told): DutyColumns[] {
  const asked = { ...question, rules };
  if (rules.length === 0) return [];
  return runKernel(link(generate(asked, vocabulary), asked, register), undefined, undefined, told);
}

/** What was evaluated, and for each concern that several rules share, named `<concern> <subject kind>`, what its duties say of one another. */
export type Grouped = { readonly duties: readonly DutyColumns[]; readonly groups: ReadonlyMap<string, Note> };

/**
 * Evaluates the rules of every concern that the listed ones share with others, so that a group has every member, whatever is listed; and in
 * the same run the rules that are wanted anyway.
 */
export function evaluateGrouped(
  law: Law,
  register: Register,
  question: Question,
  listed: readonly Rule[],
  wanted: readonly Rule[],
  told?: Told,
): Grouped {
  const shared = sharedConcerns(law, listed);
  const needed = new Set([...wanted, ...withEarlier(law.rules, [...shared.values()].flat())]);
  const rules = law.rules.filter((rule) => needed.has(rule));
  const duties = evaluated(rules, question, register, told);
  const reading = readingFinder(law.rules);
  const results = new Map<Rule, DutyColumns>();
  for (const found of duties) {
    const rule = reading(found);
    if (rule) results.set(rule, found);
  }
  return { duties, groups: new Map([...shared].map(([name, members]) => [name, groupOf(members, results, register)])) };
}

/** The rules of each concern of the listed ones that has several. */
function sharedConcerns(law: Law, listed: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const asked = new Set(listed.map(({ concerns, subject }) => `${concerns} ${subject}`));
  const shared = new Map<string, Rule[]>();
  for (const rule of law.rules) {
    const name = `${rule.concerns} ${rule.subject}`;
    if (asked.has(name)) shared.set(name, [...(shared.get(name) ?? []), rule]);
  }
  for (const [name, rules] of shared) if (new Set(rules.map(({ id }) => id)).size < 2) shared.delete(name);
  return shared;
}

function groupOf(rules: readonly Rule[], results: ReadonlyMap<Rule, DutyColumns>, register: Register): Note {
  const combinations = new Combinations(rules);
  const found = rules.some(({ every }) => every !== null)
    ? byPeriod()
    : bySubject(tableOf(register, rules[0]?.subject ?? '').count);
  rules.forEach((rule, member) => {
    const duties = results.get(rule);
    for (let n = 0; n < (duties?.count ?? 0); n++) {
      const [subject, period] = [duties?.subject[n] ?? 0, duties?.period[n] ?? noDay];
      found.set(subject, period, combinations.with(found.get(subject, period), member, duties?.status[n] ?? 0));
    }
  });
  return (subject, period) => combinations.annotation(found.get(subject, period));
}

/** Which combination of members and statuses a subject has, in a period where its duties recur. */
type Found = {
  get(subject: number, period: number | null): number;
  set(subject: number, period: number, is: number): void;
};

function bySubject(count: number): Found {
  const states = new Int32Array(count);
  return {
    get: (subject) => states[subject] ?? 0,
    set: (subject, _, is) => {
      states[subject] = is;
    },
  };
}

function byPeriod(): Found {
  const states = new Map<number, number>();
  return {
    get: (subject, period) => states.get(keyOf(subject, period)) ?? 0,
    set: (subject, period, is) => states.set(keyOf(subject, period), is),
  };
}

type Member = { readonly rule: number; readonly status: number };

/**
 * Members and their statuses as one number. Of a million subjects most have the same members with the same statuses: one number, and one
 * annotation, serves them all. 0 stands for no member.
 */
class Combinations {
  readonly #rules: readonly Rule[];
  readonly #members: (readonly Member[])[] = [[]];
  readonly #next: Map<number, number>[] = [new Map()];
  readonly #annotations: Annotation[] = [nothing];

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** The combination that has one member more. */
  with(before: number, rule: number, status: number): number {
    const step = rule * statusCodes.length + status;
    const known = this.#next[before]?.get(step);
    if (known !== undefined) return known;
    const members = [...(this.#members[before] ?? []), { rule, status }];
    const made = this.#members.push(members) - 1;
    this.#next.push(new Map());
    this.#next[before]?.set(step, made);
    this.#annotations.push(annotationOf(members, this.#rules));
    return made;
  }

  annotation(combination: number): Annotation {
    return this.#annotations[combination] ?? nothing;
  }
}

function annotationOf(members: readonly Member[], all: readonly Rule[]): Annotation {
  if (members.length < 2) return nothing;
  const rules = members.flatMap(({ rule }) => all.slice(rule, rule + 1));
  const clauses = [...new Set(rules.flatMap((rule) => rule.clauses))];
  const status = worst(members.map((member) => statusCodes[member.status] ?? 'void'));
  return { ...nothing, group: { status, rules: rules.map(({ id }) => id), clauses } };
}
