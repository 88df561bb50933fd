import { type Day, endOfDay } from '@sallyport/core/calendar';
import type { SettingRow } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Engine } from './engine.ts';
import { differencesOf } from './impact.ts';
import { readPolicy } from './store.ts';

type Chosen = { readonly name: string; readonly value: number; readonly from: Day };

/**
 * Impact of one value: the duties of the organisation with and without it, both for the first day on which it counts. What people still
 * record until then is known to nobody; what is in the register with a day ahead is.
 */
export async function settingImpact(
  tx: Transaction,
  { engine: base, offset }: { readonly engine: Engine; readonly offset: number },
  { name, value, from }: Chosen,
) {
  const policy = await readPolicy(tx);
  const { engine, settings: before } = base.own(policy);
  const chosen: SettingRow = { name, value: String(value), from };
  const after = engine.settings([...policy.settings, chosen]);
  const asked = { org: tx.org, subjects: [], day: from, now: endOfDay(from, offset) };
  const touched = (id: string): boolean =>
    engine.law.rules.some((rule) => rule.id === id && rule.settings.includes(name));
  return differencesOf(tx, engine, asked, touched, (rules) => [
    engine.evaluate(rules, before, true),
    engine.evaluate(rules, after, true),
  ]);
}
