import type { Rule } from '../law/index.ts';
import type { DutyColumns } from './kernel/index.ts';

/** A rule that several revisions of its pack read stands in a law once for each; its duties say which one read them. */
export const readingsOf = (rules: readonly Rule[], id: string | null): Rule[] =>
  id === null ? [] : rules.filter((rule) => rule.id === id);

/** Finds the reading that gave some duties. */
export function readingFinder(rules: readonly Rule[]): (duties: DutyColumns) => Rule | undefined {
  const known = new Map(rules.map((rule) => [`${rule.id} ${rule.revision}`, rule]));
  return ({ rule, revision }) => known.get(`${rule} ${revision}`);
}
