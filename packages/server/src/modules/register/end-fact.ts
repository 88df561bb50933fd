import { formatDay } from '@sallyport/core/calendar';
import type { Kind } from '@sallyport/core/facts';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { correctTo } from './service.ts';
import * as store from './store.ts';

/**
 * Ends today what was decided to hold longer, for an action that has decided that it may: what was decided stays known for the days
 * before. False where it has ended already.
 */
export async function endFact(context: Context, kind: Kind, id: string, reason: string): Promise<boolean> {
  const until = kind.valid?.until ?? '';
  const before = (await store.lockFact(context.tx, kind, id)) ?? refuse('request.not-found');
  const today = formatDay(context.today);
  const end = before.fields[until];
  if (typeof end === 'string' && end <= today) return false;
  await correctTo(context, kind, before, { fields: { [until]: today }, reason });
  return true;
}
