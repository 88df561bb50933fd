import type { Rule } from '../law/index.ts';
import type { DutyColumns } from './kernel/index.ts';

/** A rule that several revisions of its pack read stands in a law once for each; its duties say which one read them. */
export const readingsOf = (rules: readonly Rule[], id: string | null): Rule[] =>
  id === null ? [] : rules.filter((rule) => rule.id === id);

/** Some rules with all that they follow, however far: what has to be evaluated for them, in the order of the law. */
export function withEarlier(rules: readonly Rule[], some: readonly Rule[]): Rule[] {
  const wanted = new Set<Rule>();
  const waiting = [...some];
  for (let rule = waiting.pop(); rule; rule = waiting.pop()) {
    if (!wanted.has(rule)) waiting.push(...readingsOf(rules, rule.after));
    wanted.add(rule);
  }
  return rules.filter((rule) => wanted.has(rule));
}

/** Which reading gave some duties. */
export type ReadDuties = Pick<DutyColumns, 'rule' | 'revision'>;

/** Finds the reading that gave some duties. */
export function readingFinder(rules: readonly Rule[]): (duties: ReadDuties) => Rule | undefined {
  const known = new Map(rules.map((rule) => [`${rule.id} ${rule.revision}`, rule]));
  return ({ rule, revision }) => known.get(`${rule} ${revision}`);
}
