import type { Rule } from '../law/index.ts';
import { type ReversePath, reversePathsOf } from './touched.ts';

/** Rules of one subject kind whose duties a changed fact of some kind reaches by the same ways, so that they are asked for once. */
export type Reach = {
  readonly subject: string;
  readonly rules: readonly Rule[];
  /** Ways from the fact back to the subjects, or that the fact names rule and subject itself. */
  readonly by: readonly ReversePath[] | 'name';
};

/** Facts that say in words which duty they are about. */
const naming: ReadonlySet<string> = new Set(['waiver', 'reviewDecision']);

/**
 * What a changed fact of a kind reaches. A dated setting reaches every duty of the rules that read it, and no path leads there: those
 * rules are evaluated whole.
 */
export function reachesOf(rules: readonly Rule[], kind: string): Reach[] {
  const alike = new Map<string, { subject: string; rules: Rule[]; by: readonly ReversePath[] }>();
  for (const rule of rules) {
    const by = reversePathsOf(rule, rules).get(kind);
    if (by === undefined) continue;
    const key = JSON.stringify([rule.subject, by]);
    const reach = alike.get(key) ?? { subject: rule.subject, rules: [], by };
    reach.rules.push(rule);
    alike.set(key, reach);
  }
  const named = naming.has(kind)
    ? rules.map((rule) => ({ subject: rule.subject, rules: [rule], by: 'name' as const }))
    : [];
  return [...alike.values(), ...named];
}
