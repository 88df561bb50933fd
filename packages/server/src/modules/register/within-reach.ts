import { reaches } from '@sallyport/core/access';
import { vocabulary } from '@sallyport/core/facts';
import { columnName } from '@sallyport/core/feel';
import type { Actor } from '../../platform/actions/actor.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { kindNamed, scopeFor } from './service.ts';
import { findFact, listFacts, type Placed } from './store.ts';

/** Of what is about nobody, a name may be read by whoever reads the fact that refers to it; what is about somebody needs its own right. */
function isWithin(kind: string, { place }: Placed, actor: Actor): boolean {
  if (place.person === null) return true;
  const scope = scopeFor(kindNamed(kind), actor, 'read');
  return scope !== null && reaches(scope, place);
}

/** A fact that another refers to; null where there is none, or it is about somebody out of reach. */
export async function referredFact(tx: Transaction, actor: Actor, kind: string, id: string): Promise<Placed | null> {
  const found = await findFact(tx, kindNamed(kind), id);
  return found !== null && isWithin(kind, found, actor) ? found : null;
}

/** The facts that refer to one by the relation of that name, as they follow each other; null where one is about somebody out of reach. */
export async function relatedFacts(
  tx: Transaction,
  actor: Actor,
  { kind, id, relation }: { readonly kind: string; readonly id: string; readonly relation: string },
  most: number,
): Promise<readonly Placed[] | null> {
  const inverse = vocabulary.inverses.get(kind)?.get(relation);
  if (inverse === undefined) return [];
  const page = { column: columnName(inverse.field), to: id, sought: null, after: null, limit: most };
  const found = await listFacts(tx, kindNamed(inverse.kind), { whole: true }, page);
  return found.every((one) => isWithin(inverse.kind, one, actor)) ? found.slice(0, most).toReversed() : null;
}
