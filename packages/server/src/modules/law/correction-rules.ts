import { type Day, formatDay } from '@sallyport/core/calendar';
import { type Correction, correctionRefusal, correctLaw, type Law, settingRefusal } from '@sallyport/core/law';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { settingsBoundBy } from './setting-policy.ts';
import { ownSettings } from './setting-store.ts';

/** The corrections that hold once `changed` does, with the law they give; refused where they could not stand. */
export async function requireCorrection(
  tx: Transaction,
  law: Law,
  others: readonly Correction[],
  changed: Correction,
  today: Day,
): Promise<readonly Correction[]> {
  const refused = correctionRefusal(correctLaw(law, others), changed);
  if (refused === 'no-such-clause') return refuse('request.not-found');
  if (refused !== null) return refuse(`law.${refused}`);
  const all = [...others, changed];
  await requireSettings(tx, correctLaw(law, all), changed.clause, today);
  return all;
}

/** A number of the organisation that the text turns out to forbid is decided anew first: nothing may hold that is looser than the law. */
export async function requireSettings(tx: Transaction, law: Law, clause: string, today: Day): Promise<void> {
  const own = await ownSettings(tx);
  const day = formatDay(today);
  for (const setting of settingsBoundBy(law, clause)) {
    const decided = own.findLast(({ name, from }) => name === setting.id && from <= day)?.value;
    const standard = setting.defaults.findLast(({ from }) => from <= today)?.value ?? setting.default;
    const value = decided ?? String(standard);
    if (settingRefusal(law, { name: setting.id, value, from: today }) !== null)
      refuse('law.setting-first', { setting: setting.title });
  }
}
