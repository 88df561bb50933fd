import { type Place, reaches } from '@sallyport/core/access';
import type { Actor } from '../../platform/actions/actor.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { kindNamed, scopeFor } from './service.ts';
import { findFact } from './store.ts';

/** Whether somebody may read facts of a kind wherever they lie. */
export const readsAll = (actor: Actor, kind: string): boolean =>
  scopeFor(kindNamed(kind), actor, 'read')?.whole === true;

/** Where a fact lies, for somebody who may read its kind there, or record it; for anybody else there is none. */
export async function requireFact(
  tx: Transaction,
  actor: Actor,
  named: { readonly kind: string; readonly id: string },
  act: 'read' | 'record',
): Promise<Place> {
  const kind = kindNamed(named.kind);
  const scope = scopeFor(kind, actor, act) ?? refuse('request.not-allowed');
  const found = (await findFact(tx, kind, named.id)) ?? refuse('request.not-found');
  return reaches(scope, found.place) ? found.place : refuse('request.not-found');
}
