import type { Instant } from '@sallyport/core/calendar';
import type { Transaction } from '../../platform/database/transaction.ts';
import { putOffAll, takeWaiting, type Waiting } from './clock-store.ts';
import type { Engine } from './engine.ts';
import { type SettleParts, settleWork, type Work } from './settle.ts';
import type { Cause } from './settle-statement.ts';
import { everything } from './store.ts';

const chunk = 200;

/** Computes a chunk of what waits, as differences; how many subjects it took. None are left when it says 0. */
export async function recomputeSome(
  tx: Transaction,
  parts: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>,
  now: Instant,
): Promise<number> {
  const taken = await takeWaiting(tx, chunk);
  for (const { cause } of taken.filter(({ kind }) => kind === everything)) {
    for (const kind of kindsOf(parts.engine, cause)) await putOffAll(tx, kind, cause, now);
  }
  for (const [cause, work] of workOf(parts.engine, taken)) await settleWork(tx, parts, work, now, cause);
  return taken.length;
}

const kindsOf = (engine: Engine, cause: Cause): string[] =>
  [...engine.kinds].flatMap(([kind, rules]) =>
    cause !== 'setting' || rules.some((id) => (engine.rule(id)?.settings.length ?? 0) > 0) ? [kind] : [],
  );

function workOf(engine: Engine, taken: readonly Waiting[]): Map<Cause, Work[]> {
  const all = new Map<Cause, Work[]>();
  for (const [kind, rules] of engine.kinds) {
    const own = taken.filter((one) => one.kind === kind);
    for (const cause of new Set(own.map((one) => one.cause))) {
      const subjects = own.filter((one) => one.cause === cause).map(({ subject }) => subject);
      all.set(cause, [...(all.get(cause) ?? []), { kind, rules, subjects: subjects.toSorted() }]);
    }
  }
  return all;
}
