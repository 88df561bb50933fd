import type { Instant } from '@sallyport/core/calendar';
import { opensGate } from '@sallyport/core/duties';
import { gateActs, type Rule, type Status } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { conflictsIn } from './conflicts.ts';
import { periodOf, statusOf } from './duty-row.ts';
import { dutiesAtGate } from './list-store.ts';
import { type SettleParts, settleAfresh } from './settle.ts';

/** A duty that an act waits for. */
export type Held = {
  readonly rule: string;
  readonly period: string | null;
  readonly status: Status;
  /** It goes on without being met: by an override in force, which leaves the duty as it is (PEOPLE.md). */
  readonly overridden: boolean;
  /** The act that another clause restrains, and the clauses of both sides: held until two persons have decided, whatever else opens it. */
  readonly conflict: { readonly act: string; readonly clauses: readonly string[] } | null;
};

/**
 * What an act has to wait for: every duty of the subject that names the gate and is not settled. Evaluated afresh under the subject's
 * lock, never taken from what is stored (DECISIONS 3). The act may go on when each is overridden, or there is none. A duty whose act another
 * clause restrains holds it as well until that is decided: an override says that a duty may wait, not which of two clauses holds.
 */
export async function holdsOf(
  tx: Transaction,
  parts: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>,
  gate: string,
  subject: { readonly kind: string; readonly id: string },
  now: Instant,
): Promise<Held[]> {
  const { law } = parts.engine;
  const own = law.rules.filter((rule) => rule.subject === subject.kind);
  const rules = idsOf(own.filter((rule) => gateActs(rule).includes(gate)));
  const demanding = idsOf(
    own.filter((rule) => rule.demands.length > 0 && [...rule.demands, ...gateActs(rule)].includes(gate)),
  );
  const asked = [...new Set([...rules, ...demanding])].toSorted();
  if (asked.length === 0) return [];
  await settleAfresh(tx, parts, { kind: subject.kind, rules: asked, subjects: [subject.id] }, now);
  const today = parts.dayOf(now);
  const rows = await dutiesAtGate(tx, rules, [subject.id], today);
  // Of the periods of a recurring duty only the one that has begun last: an old year does not hold what happens today.
  const current = new Map(rows.map((row) => [row.rule, row]));
  const held = [...current.values()]
    .filter(({ status }) => !opensGate(statusOf(status)))
    .map(({ rule, period, status, overridden }) => ({
      rule,
      period: periodOf(period),
      status: statusOf(status),
      // A duty that takes no override is held to, whatever is on record.
      overridden: overridden && parts.engine.rule(rule)?.override !== 'never',
      conflict: null,
    }));
  if (demanding.length === 0) return held;
  const undecided = (await conflictsIn(tx, parts.engine, today, subject.id)).filter(
    ({ act, rule, decision }) =>
      decision === null && rule.subject === subject.kind && (act === gate || gateActs(rule).includes(gate)),
  );
  return [
    ...held,
    ...undecided.map(({ act, row, clauses }) => ({
      rule: row.rule,
      period: periodOf(row.period),
      status: statusOf(row.status),
      overridden: false,
      conflict: { act, clauses },
    })),
  ];
}

const idsOf = (rules: readonly Rule[]): string[] => [...new Set(rules.map(({ id }) => id))].toSorted();
