import type { Transaction } from '../../platform/database/transaction.ts';
import type { Work } from './settle.ts';

/**
 * What was evaluated in a transaction since facts were last changed in it: by kind and subject, the rules. Whoever else changes what a
 * subject hangs on waits for its lock, and an action has one moment: to evaluate these once more would say the same.
 */
const evaluated = new WeakMap<Transaction, Map<string, Set<string>>>();

export function markEvaluated(tx: Transaction, work: readonly Work[]): void {
  const known = evaluated.get(tx) ?? new Map<string, Set<string>>();
  evaluated.set(tx, known);
  for (const { kind, rules, subjects } of work)
    for (const subject of subjects) {
      const key = `${kind} ${subject}`;
      known.set(key, new Set([...(known.get(key) ?? []), ...rules]));
    }
}

/** What is left to evaluate of some work: the subjects of which a rule was not. */
export function notEvaluated(tx: Transaction, { subjects, ...work }: Work): Work {
  const known = evaluated.get(tx);
  const isDone = (subject: string): boolean => {
    const rules = known?.get(`${work.kind} ${subject}`);
    return rules !== undefined && work.rules.every((rule) => rules.has(rule));
  };
  return { ...work, subjects: subjects.filter((subject) => !isDone(subject)) };
}

export const forgetEvaluated = (tx: Transaction): void => void evaluated.delete(tx);
