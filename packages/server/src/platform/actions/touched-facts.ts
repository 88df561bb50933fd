import type { Transaction } from '../database/transaction.ts';
import type { FactChanges } from './implement.ts';
import type { DutiesPort, FactCause, Subjects } from './ports.ts';

/** Collects which subjects the facts of a transaction touch, by the references they had and the ones they have now. */
export type TouchedFacts = FactChanges & { subjects(): Promise<Subjects>; cause(): FactCause };

export function collectTouched(tx: Transaction, duties: Pick<DutiesPort, 'touched'>): TouchedFacts {
  const all = new Map<string, Set<string>>();
  const changed = new Map<string, Set<string>>();

  let why: FactCause = 'fact';

  function add(subjects: Subjects): void {
    for (const [kind, ids] of subjects) {
      const known = all.get(kind) ?? new Set();
      all.set(kind, known);
      for (const id of ids) known.add(id);
    }
  }

  return {
    async before(kind, ids, cause = 'fact') {
      if (cause === 'erasure') why = cause;
      add(await duties.touched(tx, kind, ids));
    },
    cause: () => why,
    after(kind, ids) {
      const known = changed.get(kind) ?? new Set();
      changed.set(kind, known);
      for (const id of ids) known.add(id);
    },
    async subjects() {
      for (const [kind, ids] of changed) add(await duties.touched(tx, kind, [...ids]));
      return all;
    },
  };
}
