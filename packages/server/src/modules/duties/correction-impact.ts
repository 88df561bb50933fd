import { type Day, endOfDay } from '@sallyport/core/calendar';
import type { Correction } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Engine } from './engine.ts';
import { differencesOf } from './impact.ts';
import { readPolicy } from './store.ts';

/** Impact of other corrected clauses than those that hold: only rules in which a figure comes to differ can tell anything else. */
export async function correctionImpact(
  tx: Transaction,
  { engine: base, offset }: { readonly engine: Engine; readonly offset: number },
  day: Day,
  corrections: readonly Correction[],
) {
  const policy = await readPolicy(tx);
  const before = base.own(policy);
  const after = base.own({ ...policy, corrections });
  const changed = new Set(
    before.engine.law.rules.flatMap((rule, at) => {
      const other = after.engine.law.rules[at];
      return other === rule || valuesOf(other?.constants) === valuesOf(rule.constants) ? [] : [rule.id];
    }),
  );
  const asked = { org: tx.org, subjects: [], day, now: endOfDay(day, offset) };
  return differencesOf(
    tx,
    base,
    asked,
    (rule) => changed.has(rule),
    (rules) => [
      before.engine.evaluate(rules, before.settings, true),
      after.engine.evaluate(rules, after.settings, true),
    ],
  );
}

const valuesOf = (constants: readonly { readonly name: string; readonly value: unknown }[] = []): string =>
  constants.map(({ name, value }) => `${name} ${String(value)}`).join();
