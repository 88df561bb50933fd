import { type ReversePaths, readingsOf, reversePathsOf } from '@sallyport/core/duties';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Rule } from '@sallyport/core/law';
import { placeReaches } from './place.ts';

type ReversePath = NonNullable<ReturnType<ReversePaths['get']>>[number];

/** What a changed fact of one kind reaches: rules by the kind of their subject, and the statement that finds the subjects. */
export type Reach = {
  readonly rules: ReadonlyMap<string, readonly string[]>;
  /** Parameters: organisation, ids of the facts. Rows: kind and id of a subject. Null where nothing is reached. */
  readonly text: string | null;
};

/** Facts that say in words which duty they are about. */
const naming: Readonly<Record<string, (rule: Rule) => boolean>> = {
  waiver: (rule) => rule.waiver !== 'never',
  reviewDecision: (rule) => rule.forbids !== null,
};

export function reachOf(rules: readonly Rule[], kind: string): Reach {
  const placed = placeReaches(kind);
  const reached = new Map<string, Set<string>>();
  const ways = new Set<string>();
  const reach = (rule: Rule, way: string): void => {
    const known = reached.get(rule.subject) ?? new Set();
    reached.set(rule.subject, known.add(rule.id));
    ways.add(`SELECT '${rule.subject}' AS kind, ${way}`);
  };
  for (const rule of rules) {
    for (const path of pathsOf(rule, kind, rules)) reach(rule, wayAlong(path));
    for (const path of placed.get(rule.subject) ?? []) reach(rule, wayAlong(path));
    if (naming[kind]?.(rule) === true) reach(rule, byName(kind, rule.subject));
  }
  return {
    rules: new Map([...reached].map(([subject, ids]) => [subject, [...ids].toSorted()])),
    text: ways.size === 0 ? null : [...ways].join('\nUNION '),
  };
}

/** A duty that another goes before changes with that one. */
function pathsOf(rule: Rule, kind: string, rules: readonly Rule[]): readonly ReversePath[] {
  const own = reversePathsOf(rule).get(kind) ?? [];
  return [...own, ...readingsOf(rules, rule.after).flatMap((first) => pathsOf(first, kind, rules))];
}

/** From the changed facts step by step to the subjects; each step is a join along an indexed reference or the primary key. */
function wayAlong(path: ReversePath): string {
  let id = 'fact.id';
  const joins = path.map(({ to, kind, field }, at) => {
    const [own, next] = to === 'referred' ? ['id', columnName(field)] : [columnName(field), 'id'];
    const join = ` JOIN ${tableName(kind)} s${at} ON s${at}.org_id = $1::text AND s${at}.${own} = ${id}`;
    id = `s${at}.${next}`;
    return join;
  });
  return `${id} AS subject FROM unnest($2::text[]) AS fact(id)${joins.join('')} WHERE ${id} IS NOT NULL`;
}

const byName = (kind: string, subject: string): string =>
  `fact.subject FROM ${tableName(kind)} fact JOIN ${tableName(subject)} s0 ON s0.org_id = fact.org_id AND s0.id = fact.subject WHERE fact.org_id = $1::text AND fact.id = ANY ($2::text[])`;
