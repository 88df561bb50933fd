import type { Transaction } from '../../platform/database/transaction.ts';
import { hasOwnSignIn } from '../identity/index.ts';
import type { Fields } from '../register/index.ts';

const parts: ReadonlySet<string> = new Set(['traveller', 'leg']);

/**
 * The trip that a fact is part of, where it was planned in this room: whoever changed its days, who travels or where to by hand would get
 * past whoever decides about it. A trip that came from elsewhere has no plan here, and is kept by hand and by import as before.
 */
export async function tripInRoom(
  tx: Transaction,
  { kind, id, fields }: { readonly kind: string; readonly id: string; readonly fields: Fields },
): Promise<{ readonly kind: 'trip'; readonly id: string } | null> {
  const trip = kind === 'trip' ? id : parts.has(kind) ? fields['trip'] : await tripOfBriefing(tx, kind, fields);
  if (typeof trip !== 'string') return null;
  const drafted = await tx.row(
    `SELECT FROM trip_trail WHERE org_id = $1 AND trip = $2 AND number = 1 AND act = 'draft'`,
    [tx.org, trip],
  );
  return drafted === null ? null : { kind: 'trip', id: trip };
}

/**
 * The trip of somebody who signs in and can therefore read, acknowledge and sign for themselves: a line typed by somebody else would open the
 * gate with nothing read. Who has no account is briefed on paper, and that is recorded by hand.
 */
async function tripOfBriefing(tx: Transaction, kind: string, fields: Fields): Promise<string | null> {
  if (kind !== 'briefing') return null;
  const goes = await tx.row<{ trip: string; person: string }>(
    'SELECT trip, person FROM fact_traveller WHERE org_id = $1 AND id = $2',
    [tx.org, fields['traveller']],
  );
  return goes !== null && (await hasOwnSignIn(tx, goes.person)) ? goes.trip : null;
}
