import { formatDay } from '@sallyport/core/calendar';
import type { Context } from '../../platform/actions/implement.ts';
import type { ErasedFact } from '../register/index.ts';
import type { PrivacyParts } from './parts.ts';
import { insertErasures } from './store/erasures.ts';

export const logErasures = 'privacy.log-erasures';

/** What goes with facts that were erased: the values beside their entries. Their ids go into the log outside the backup after commit. */
export async function noteErased(
  { tx, today, send }: Context,
  { ids, values }: Pick<PrivacyParts, 'ids' | 'values'>,
  facts: readonly ErasedFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await values.eraseOfSubjects(
    tx,
    facts.map(({ kind, id }) => `${kind}/${id}`),
  );
  const erasedOn = formatDay(today);
  await insertErasures(
    tx,
    facts.map(({ kind, id }) => ({ id: ids.uuid(), kind, target: id, erasedOn })),
  );
  await send(logErasures, {});
}
