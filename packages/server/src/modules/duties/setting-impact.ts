import { type Day, endOfDay } from '@sallyport/core/calendar';
import type { SettingRow } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Engine } from './engine.ts';
import { differencesOf } from './impact.ts';
import { readPolicy } from './store.ts';

/** `on`: the day for which both sides are computed. */
type Chosen = { readonly name: string; readonly value: number; readonly from: Day; readonly on: Day };

/**
 * Impact of one value: the duties of the organisation with and without it, both for one day. For the first day on which it counts, what people
 * still record until then is known to nobody; what is in the register with a day ahead is. For a value that counts from a day that is past,
 * it is what would have been, had it held since: what the organisation decided in between is left out.
 */
export async function settingImpact(
  tx: Transaction,
  { engine: base, offset }: { readonly engine: Engine; readonly offset: number },
  { name, value, from, on }: Chosen,
) {
  const policy = await readPolicy(tx);
  const { engine, settings: before } = base.own(policy);
  const chosen: SettingRow = { name, value: String(value), from };
  const after = engine.settings([...policy.settings.filter((one) => one.name !== name || one.from < from), chosen]);
  const asked = { org: tx.org, subjects: [], day: on, now: endOfDay(on, offset) };
  const touched = (id: string): boolean =>
    engine.law.rules.some((rule) => rule.id === id && rule.settings.includes(name));
  return differencesOf(tx, engine, asked, touched, (rules) => [
    engine.evaluate(rules, before, true),
    engine.evaluate(rules, after, true),
  ]);
}
