import { parseDay } from '@sallyport/core/calendar';
import { type Conflict, conflictRules, conflictsOf, type Question, type Told } from '@sallyport/core/duties';
import { type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import type { Law, Rule } from '@sallyport/core/law';
import { type Annotation, type Note, nothing } from './annotation.ts';
import type { DutyLine } from './duty-line.ts';
import { evaluated, type Grouped } from './groups.ts';
import { keyOf } from './subject-key.ts';

/** Most registers hold nothing that restrains an act, and then no rule has to be evaluated to know that there is no conflict. */
export function conflictsIn(law: Law, register: Register, question: Question, told?: Told): Conflict[] {
  const restrained = law.rules.some(
    ({ restrains, subject }) => restrains.length > 0 && tableOf(register, subject).ids.length > 0,
  );
  return restrained
    ? conflictsOf(law, evaluated(conflictRules(law), question, register, told), register, vocabulary, question)
    : [];
}

/** Annotates the duties of some rules; null for a rule that has nothing beside it. */
export function annotator(
  register: Register,
  groups: Grouped['groups'],
  found: readonly Conflict[],
): (rule: Rule) => Note | null {
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
      const alone = group?.(subject, period) ?? nothing;
      const found = own?.get(keyOf(subject, period));
      return found ? { ...alone, conflicts: found } : alone;
    };
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
