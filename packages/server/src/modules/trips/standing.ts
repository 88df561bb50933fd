import { formatDay } from '@sallyport/core/calendar';
import type { Context } from '../../platform/actions/implement.ts';
import { correctNow, kindNamed } from '../register/index.ts';
import type { Loaded } from './load.ts';
import { raisedStanding } from './standing-store.ts';

/**
 * Whoever took up a secret-bearing post, or an authorisation, between being put on a trip and leaving is asked what the law asks of them then;
 * who gave one up is asked no less, as the journey was filed under it.
 */
export async function raiseStanding(context: Context, { id, trip: { days } }: Loaded): Promise<boolean> {
  if (days.departedOn !== null || days.cancelledOn !== null || days.closedOn !== null) return false;
  const raised = await raisedStanding(context.tx, id, formatDay(context.today));
  for (const { id: traveller, ...fields } of raised)
    await correctNow(context, kindNamed('traveller'), traveller, { fields, reason: `trip/${id}` });
  return raised.length > 0;
}
