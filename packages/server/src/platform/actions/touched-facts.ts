import type { Instant } from '@sallyport/core/calendar';
import type { Transaction } from '../database/transaction.ts';
import type { FactChanges } from './implement.ts';
import type { DutiesPort, FactCause, Subjects } from './ports.ts';

/**
 * Collects which subjects the facts of a transaction touch, by the references they had and the ones they have now. What is taken to be
 * settled is taken once: whatever touches a subject afterwards collects it anew.
 */
export type TouchedFacts = FactChanges & { subjects(): Promise<Subjects>; cause(): FactCause };

export function collectTouched(tx: Transaction, duties: DutiesPort, now: Instant): TouchedFacts {
  let all = new Map<string, Set<string>>();
  let changed = new Map<string, Set<string>>();

  let why: FactCause = 'fact';

  function add(subjects: Subjects): void {
    for (const [kind, ids] of subjects) {
      const known = all.get(kind) ?? new Set();
      all.set(kind, known);
      for (const id of ids) known.add(id);
    }
  }

  async function subjects(): Promise<Subjects> {
    const kinds = changed;
    changed = new Map();
    for (const [kind, ids] of kinds) add(await duties.touched(tx, kind, [...ids]));
    const taken = all;
    all = new Map();
    return taken;
  }

  return {
    async before(kind, ids, cause = 'fact') {
      if (cause === 'erasure') why = cause;
      duties.changing(tx);
      add(await duties.touched(tx, kind, ids));
    },
    cause: () => why,
    after(kind, ids) {
      duties.changing(tx);
      const known = changed.get(kind) ?? new Set();
      changed.set(kind, known);
      for (const id of ids) known.add(id);
    },
    subjects,
    settle: async () => duties.settle(tx, await subjects(), now, why),
  };
}
