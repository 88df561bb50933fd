import { noDay, type Register, tableOf } from '@sallyport/core/facts';
import { type Law, settingRefusal } from '@sallyport/core/law';
import type { Phrase } from '../words.ts';

/** Settings of a register that the law does not allow the organisation, by id, with the reason. */
export function refusedSettings(law: Law, register: Register): { readonly id: string; readonly reason: Phrase }[] {
  const { ids, columns } = tableOf(register, 'setting');
  const { name, value, fromDay } = columns;
  if (name?.type !== 'text' || value?.type !== 'text' || fromDay?.type !== 'day') return [];
  return ids.flatMap((id, row) => {
    const own = { name: name.values[row] ?? '', value: value.values[row] ?? '', from: fromDay.values[row] ?? noDay };
    const reason = settingRefusal(law, own);
    return reason === null ? [] : [{ id, reason }];
  });
}
