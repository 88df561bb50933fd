import type { Kind } from '@sallyport/core/facts';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Fields } from './fact-columns.ts';
import { correctTo } from './service.ts';
import * as store from './store.ts';

/** Corrects a fact of a kind that has its own actions, for one that has decided that it may: what was so stays known. */
export async function changeFact(
  context: Context,
  kind: Kind,
  id: string,
  change: { readonly fields: Fields; readonly reason: string },
): Promise<void> {
  const before = (await store.lockFact(context.tx, kind, id)) ?? refuse('request.not-found');
  await correctTo(context, kind, before, change);
}
