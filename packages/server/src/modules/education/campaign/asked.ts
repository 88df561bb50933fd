import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { unitsUnder } from '../../register/index.ts';
import type { Asked } from './stand-store.ts';
import type { Campaign } from './store.ts';

/** The units it is for with all under them. One for named people alone is for no unit; one that names neither is for the whole house. */
export async function unitsOf(
  tx: Transaction,
  { units, everybody }: Pick<Campaign, 'units' | 'everybody'>,
): Promise<readonly string[] | null> {
  if (units.length === 0) return everybody ? null : [];
  const all = new Set<string>();
  for (const unit of units) for (const one of await unitsUnder(tx, unit)) all.add(one);
  return [...all];
}

/** How it stands today; closed, as it stood when it was closed. */
export const askedOf = async (tx: Transaction, campaign: Campaign, scope: Scope, today: Day): Promise<Asked> => ({
  campaign,
  units: await unitsOf(tx, campaign),
  day: campaign.closedOn ?? formatDay(today),
  scope,
});
