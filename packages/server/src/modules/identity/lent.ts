import { type Role, separatedRoles } from '@sallyport/core/access';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { HeldGrant } from './store/grants.ts';
import { lockSeparation } from './store/settings.ts';

/** Where the three roles (三员) are required apart, none of them is lent to who holds another, not even to look. */
export async function requireApart(tx: Transaction, held: readonly HeldGrant[], lent: Role): Promise<void> {
  const own = new Set(held.map(({ role }) => role)).add(lent);
  const [one, other] = separatedRoles.filter((role) => own.has(role));
  if ((await lockSeparation(tx)) && one !== undefined && other !== undefined)
    refuse('identity.roles-apart', { one, other });
}
