import { gateActName } from '@sallyport/core/duties';
import type { z } from 'zod';
import type { QueryContext } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { accountNames } from '../identity/index.ts';
import { decisionsWaiting, ruleNamed } from './conflict-acts.ts';
import type { conflictShown } from './conflict-contract.ts';
import { conflictDecisions } from './conflict-store.ts';
import { conflictsIn, type StoredConflict } from './conflicts.ts';
import type { DutyRow } from './duty-row.ts';
import type { Engine } from './engine.ts';

/** What two persons decided about some conflicts, with their names where they have accounts here. */
export async function decisionsOf(tx: Transaction, conflicts: readonly StoredConflict[]) {
  const found = await conflictDecisions(tx, [...new Set(conflicts.flatMap(({ decision }) => decision ?? []))]);
  const accounts = [...new Set(found.flatMap(({ first, second }) => [first, second]).filter((one) => one !== null))];
  const names = new Map((await accountNames(tx, accounts)).map(({ id, name }) => [id, name]));
  const nameOf = (account: string | null): string | null => (account === null ? null : (names.get(account) ?? account));
  return new Map(
    found.map((one) => [one.id, { ...one, first: nameOf(one.first), second: nameOf(one.second) }] as const),
  );
}

/** The conflicts in which a duty stands on the demanding side. */
export async function conflictsOfDuty(
  context: QueryContext,
  engine: Engine,
  row: DutyRow,
): Promise<z.input<typeof conflictShown>[]> {
  const { tx, today } = context;
  const demands = (engine.rule(row.rule)?.demands.length ?? 0) > 0;
  const all = demands ? await conflictsIn(tx, engine, today, row.subject) : [];
  const conflicts = all.filter((one) => one.row.rule === row.rule && one.row.period === row.period);
  if (conflicts.length === 0) return [];
  const decisions = await decisionsOf(tx, conflicts);
  const waiting = await decisionsWaiting(context, row.rule, row.subject);
  return conflicts.map(({ act, rule, restraining, decision }) => {
    const waits = waiting.find((one) => one.act === act);
    return {
      act,
      name: gateActName(act),
      demanding: ruleNamed(engine.law, rule),
      restraining: restraining.map((one) => ruleNamed(engine.law, one)),
      decision: decisions.get(decision ?? '') ?? null,
      waiting: waits === undefined ? null : { act: waits.id, decision: waits.decision, endsAt: waits.endsAt },
    };
  });
}
