import type { Transaction } from '../../platform/database/transaction.ts';
import { hasOwnSignIn } from '../identity/index.ts';
import type { Fields } from '../register/index.ts';

/** What an agency asks of a traveller is no part of the plan: whoever hears it writes it down, and nobody of themselves. */
const saidByOthers: ReadonlySet<string> = new Set(['briefingRequired']);

const parts: ReadonlySet<string> = new Set(['traveller', 'leg']);

/**
 * The trip that a fact is part of, where it was planned in this room: whoever changed its days, who travels, where to or what was decided by
 * hand would get past whoever decides about it. A trip that came from elsewhere has no plan here, and is kept by hand and by import as before.
 */
export async function tripInRoom(
  tx: Transaction,
  {
    kind,
    id,
    fields,
    changed = [],
  }: { readonly kind: string; readonly id: string; readonly fields: Fields; readonly changed?: readonly string[] },
): Promise<{ readonly kind: 'trip'; readonly id: string } | null> {
  if (kind === 'traveller' && changed.length > 0 && changed.every((name) => saidByOthers.has(name))) return null;
  const trip = await tripOf(tx, kind, id, fields);
  if (typeof trip !== 'string') return null;
  const drafted = await tx.row(
    `SELECT FROM trip_trail WHERE org_id = $1 AND trip = $2 AND number = 1 AND act = 'draft'`,
    [tx.org, trip],
  );
  return drafted === null ? null : { kind: 'trip', id: trip };
}

async function tripOf(tx: Transaction, kind: string, id: string, fields: Fields): Promise<unknown> {
  if (kind === 'trip') return id;
  if (parts.has(kind)) return fields['trip'];
  // Whoever brings it in a file would decide in the place of all who are asked.
  if (kind === 'approval') return fields['trip'] ?? (await journeyOf(tx, fields['traveller']))?.trip;
  return kind === 'briefing' ? tripOfBriefing(tx, fields) : null;
}

const journeyOf = (tx: Transaction, traveller: unknown) =>
  tx.row<{ trip: string; person: string }>('SELECT trip, person FROM fact_traveller WHERE org_id = $1 AND id = $2', [
    tx.org,
    traveller,
  ]);

/**
 * The trip of somebody who signs in and can therefore read, acknowledge and sign for themselves: a line typed by somebody else would open the
 * gate with nothing read. Who has no account is briefed on paper, and that is recorded by hand.
 */
async function tripOfBriefing(tx: Transaction, fields: Fields): Promise<string | null> {
  const goes = await journeyOf(tx, fields['traveller']);
  return goes !== null && (await hasOwnSignIn(tx, goes.person)) ? goes.trip : null;
}
