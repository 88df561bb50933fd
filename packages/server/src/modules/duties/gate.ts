import type { Instant } from '@sallyport/core/calendar';
import { opensGate } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { periodOf, statusOf } from './duty-row.ts';
import { dutiesAtGate } from './list-store.ts';
import { type SettleParts, settleWork } from './settle.ts';

/** A duty that an act waits for. */
export type Held = {
  readonly rule: string;
  readonly period: string | null;
  readonly status: Status;
  /** It goes on without being met: by an override in force, which leaves the duty as it is (PEOPLE.md). */
  readonly overridden: boolean;
};

/**
 * What an act has to wait for: every duty of the subject that names the gate and is not settled. Evaluated afresh under the subject's
 * lock, never taken from what is stored (DECISIONS 3). The act may go on when each is overridden, or there is none.
 */
export async function holdsOf(
  tx: Transaction,
  parts: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>,
  gate: string,
  subject: { readonly kind: string; readonly id: string },
  now: Instant,
): Promise<Held[]> {
  const naming = parts.engine.law.rules.filter(
    (rule) => rule.subject === subject.kind && rule.variants.some(({ gates }) => gates.includes(gate)),
  );
  const rules = [...new Set(naming.map(({ id }) => id))].toSorted();
  if (rules.length === 0) return [];
  await settleWork(tx, parts, [{ kind: subject.kind, rules, subjects: [subject.id] }], now, 'fact');
  const rows = await dutiesAtGate(tx, rules, subject.id, parts.dayOf(now));
  // Of the periods of a recurring duty only the one that has begun last: an old year does not hold what happens today.
  const current = new Map(rows.map((row) => [row.rule, row]));
  return [...current.values()]
    .filter(({ status }) => !opensGate(statusOf(status)))
    .map(({ rule, period, status, overridden }) => ({
      rule,
      period: periodOf(period),
      status: statusOf(status),
      // A duty that takes no override is held to, whatever is on record.
      overridden: overridden && parts.engine.rule(rule)?.override !== 'never',
    }));
}
