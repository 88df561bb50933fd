import type { Scope } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { unitsOf } from '../campaign/asked.ts';
import { peopleAt, sessionOf } from './store.ts';

/** Who is expected at a session, by unit and name, for the list they sign; of a session that is not there, nobody. */
export async function expectedAt(
  tx: Transaction,
  scope: Scope,
  session: string,
  limit: number,
): Promise<readonly { readonly name: string; readonly unitName: string | null }[]> {
  const found = await sessionOf(tx, session);
  if (found === null) return [];
  const asked = {
    session: found,
    units: await unitsOf(tx, { units: found.units, everybody: found.units.length === 0 }),
  };
  return peopleAt(tx, scope, asked, { order: 'zh', after: null, limit });
}
