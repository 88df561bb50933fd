import type { Transaction } from '../../platform/database/transaction.ts';

export type OwnSetting = { readonly name: string; readonly value: string; readonly from: string };

/** What the organisation has decided, oldest first; of one day the last decision counts. */
export const ownSettings = (tx: Transaction): Promise<OwnSetting[]> =>
  tx.rows('SELECT name, value, from_day::text AS "from" FROM fact_setting WHERE org_id = $1 ORDER BY happened_on, id', [
    tx.org,
  ]);
