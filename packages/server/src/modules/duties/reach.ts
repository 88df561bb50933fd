import { type Reach, reachesOf, touchedSql } from '@sallyport/core/duties';
import type { Rule } from '@sallyport/core/law';
import { placeReaches } from './place.ts';

/** What a changed fact of one kind reaches: rules by the kind of their subject, and the statement that finds the subjects. */
export type Reached = {
  readonly rules: ReadonlyMap<string, readonly string[]>;
  /** The kind of subject of a row's `reach`. */
  readonly kinds: readonly string[];
  /** Null where nothing is reached. */
  readonly touched: {
    readonly text: string;
    params(this: void, org: string, ids: readonly string[]): unknown[];
  } | null;
};

// Found again among the parameters: the text is written once for all organisations and facts.
const marks = { org: '\u0001organisation', ids: ['\u0001fact'] };

export function reachOf(rules: readonly Rule[], kind: string): Reached {
  const reaches = [
    ...reachesOf(rules, kind).filter(({ by }) => by !== 'name'),
    ...namedBy(rules, kind),
    ...[...placeReaches(kind)].map(([subject, by]) => ({ subject, by, rules: of(rules, subject) })),
  ].filter((reach) => reach.rules.length > 0);
  const sql = touchedSql(reaches, kind, marks.ids, marks.org);
  const bySubject = new Map<string, Set<string>>();
  for (const { subject, rules: reached } of reaches) {
    const known = bySubject.get(subject) ?? new Set();
    bySubject.set(subject, known);
    for (const { id } of reached) known.add(id);
  }
  return {
    rules: new Map([...bySubject].map(([subject, ids]) => [subject, [...ids].toSorted()])),
    kinds: reaches.map(({ subject }) => subject),
    touched: sql && {
      text: sql.text,
      params: (org, ids) => sql.params.map((value) => (value === marks.org ? org : value === marks.ids ? ids : value)),
    },
  };
}

const of = (rules: readonly Rule[], subject: string): Rule[] => rules.filter((rule) => rule.subject === subject);

const naming: Readonly<Record<string, (rule: Rule) => boolean>> = {
  dutyAssignment: () => true,
  waiver: (rule) => rule.waiver !== 'never',
  reviewDecision: (rule) => rule.forbids !== null,
};

/** Facts that say in words which duty they are about: one reach for a kind of subject, not one for each rule. */
function namedBy(rules: readonly Rule[], kind: string): Reach[] {
  const named = rules.filter((rule) => naming[kind]?.(rule) === true);
  return [...new Set(named.map(({ subject }) => subject))].map((subject) => ({
    subject,
    rules: of(named, subject),
    by: 'name',
  }));
}
