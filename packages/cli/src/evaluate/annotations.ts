import { parseDay } from '@sallyport/core/calendar';
import {
  type Conflict,
  conflictRules,
  conflictsOf,
  type DutyColumns,
  generate,
  link,
  type Question,
  readingFinder,
  runKernel,
  statusCodes,
  withEarlier,
  worst,
} from '@sallyport/core/duties';
import { noDay, type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import type { Law, Rule, Status } from '@sallyport/core/law';
import type { DutyLine } from './duty-line.ts';

/** What a line says of the duties beside it: those of the same concern, and the clauses it is in conflict with. */
export type Annotation = {
  readonly group: {
    readonly status: Status;
    readonly rules: readonly string[];
    readonly clauses: readonly string[];
  } | null;
  readonly conflicts: readonly {
    readonly act: string;
    readonly restrains: readonly string[];
    readonly clauses: readonly string[];
    /** The record of the decision; null while the act is held. */
    readonly decision: string | null;
  }[];
};

/** The annotation of a duty by the row of its subject and the first day of its period. */
export type Note = (subject: number, period: number | null) => Annotation;

export const nothing: Annotation = { group: null, conflicts: [] };

const run = (rules: readonly Rule[], question: Question, register: Register): DutyColumns[] => {
  const asked = { ...question, rules };
  return rules.length === 0 ? [] : runKernel(link(generate(asked, vocabulary), asked, register));
};

/** Most registers hold nothing that restrains an act, and then no rule has to be evaluated to know that there is no conflict. */
export function conflictsIn(law: Law, register: Register, question: Question): Conflict[] {
  const restrained = law.rules.some(
    ({ restrains, subject }) => restrains.length > 0 && tableOf(register, subject).ids.length > 0,
  );
  return restrained
    ? conflictsOf(law, run(conflictRules(law), question, register), register, vocabulary, question)
    : [];
}

/** Subject and period as one number: a day needs less than seventeen bits. */
const keyOf = (subject: number, period: number | null): number =>
  subject * 131_072 + (period === null || period === noDay ? 131_071 : period + 40_000);

/**
 * Annotates the duties of some rules; null for a rule that has nothing beside it. Only concerns that several rules share are evaluated once more, with
 * those of their rules that were not asked for: a group has every member, whatever is listed.
 */
export function annotator(
  law: Law,
  register: Register,
  question: Question,
  listed: readonly Rule[],
  found: readonly Conflict[],
): (rule: Rule) => Note | null {
  const groups = groupsIn(law, register, question, listed);
  const conflicts = new Map<string, Map<number, Annotation['conflicts']>>();
  for (const { act, demanding, subject, period, restraints, clauses, decision } of found) {
    const own = conflicts.get(demanding.id) ?? new Map<number, Annotation['conflicts']>();
    const record = decision === null ? null : (tableOf(register, 'conflictDecision').ids[decision] ?? null);
    const conflict = { act, restrains: restraints.map(({ rule }) => rule.id), clauses, decision: record };
    const key = keyOf(subject, period);
    conflicts.set(demanding.id, own.set(key, [...(own.get(key) ?? []), conflict]));
  }
  return (rule) => {
    const group = groups.get(`${rule.concerns} ${rule.subject}`);
    const own = conflicts.get(rule.id);
    if (!group && !own) return null;
    return (subject, period) => {
      const key = keyOf(subject, period);
      const alone = group?.(key) ?? nothing;
      const found = own?.get(key);
      return found ? { ...alone, conflicts: found } : alone;
    };
  };
}

/** For each shared concern the annotation by key. Of a million subjects most have the same members and status: one object serves them all. */
function groupsIn(
  law: Law,
  register: Register,
  question: Question,
  listed: readonly Rule[],
): Map<string, (key: number) => Annotation> {
  const asked = new Set(listed.map(({ concerns, subject }) => `${concerns} ${subject}`));
  const shared = new Map<string, Rule[]>();
  for (const rule of law.rules) {
    const name = `${rule.concerns} ${rule.subject}`;
    if (asked.has(name)) shared.set(name, [...(shared.get(name) ?? []), rule]);
  }
  for (const [name, rules] of shared) if (new Set(rules.map(({ id }) => id)).size < 2) shared.delete(name);
  const reading = readingFinder(law.rules);
  const results = new Map<Rule, DutyColumns>();
  for (const duties of run(withEarlier(law.rules, [...shared.values()].flat()), question, register)) {
    const rule = reading(duties);
    if (rule) results.set(rule, duties);
  }
  return new Map([...shared].map(([name, rules]) => [name, membersOf(rules, results)]));
}

function membersOf(rules: readonly Rule[], results: ReadonlyMap<Rule, DutyColumns>): (key: number) => Annotation {
  /** Two characters a member: which rule, and its status. */
  const states = new Map<number, string>();
  rules.forEach((rule, index) => {
    const duties = results.get(rule);
    for (let n = 0; n < (duties?.count ?? 0); n++) {
      const key = keyOf(duties?.subject[n] ?? 0, duties?.period[n] ?? noDay);
      states.set(key, (states.get(key) ?? '') + String.fromCharCode(index, duties?.status[n] ?? 0));
    }
  });
  const known = new Map<string, Annotation>();
  return (key) => {
    const state = states.get(key) ?? '';
    const before = known.get(state);
    if (before) return before;
    const members: Rule[] = [];
    const all: Status[] = [];
    for (let at = 0; at < state.length; at += 2) {
      members.push(...rules.slice(state.charCodeAt(at), state.charCodeAt(at) + 1));
      all.push(statusCodes[state.charCodeAt(at + 1)] ?? 'void');
    }
    const clauses = [...new Set(members.flatMap((rule) => rule.clauses))];
    const group = { status: worst(all), rules: members.map(({ id }) => id), clauses };
    const annotation = members.length < 2 ? nothing : { ...nothing, group };
    known.set(state, annotation);
    return annotation;
  };
}

/** The same for lines, whose subjects are ids. */
export function lineAnnotator(register: Register, rules: readonly Rule[], notes: (rule: Rule) => Note | null) {
  const known = new Map(rules.map((rule) => [`${rule.id} ${rule.revision}`, { rule, note: notes(rule) }]));
  const rows = new Map<string, Map<string, number>>();
  const rowOf = (kind: string, id: string): number => {
    const own = rows.get(kind) ?? new Map(tableOf(register, kind).ids.map((one, row) => [one, row]));
    rows.set(kind, own);
    return own.get(id) ?? -1;
  };
  return (line: DutyLine): Annotation => {
    const found = known.get(`${line.rule} ${line.revision}`);
    return found?.note?.(rowOf(found.rule.subject, line.subject), parseDay(line.period ?? '')) ?? nothing;
  };
}
