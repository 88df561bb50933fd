import type { z } from 'zod';
import type { Transaction } from '../../platform/database/transaction.ts';
import { accountNames } from '../identity/index.ts';
import { confirmationOf } from './confirmation-store.ts';
import type { showClause } from './contract.ts';

type Confirmed = z.output<(typeof showClause)['output']>['confirmed'];

/** Who confirmed a clause, by name: the organisation's own confirmation names accounts, one that came with the packs names people. */
export async function confirmedBy(
  tx: Transaction,
  clause: string,
  confirmed: Confirmed,
): Promise<{ readonly confirmed: Confirmed; readonly persons: string[] }> {
  if (confirmed === null) return { confirmed, persons: [] };
  const own = await confirmationOf(tx, clause);
  if (own === null) return { confirmed, persons: [] };
  const accounts = await accountNames(tx, confirmed.by);
  return {
    confirmed: {
      ...confirmed,
      by: confirmed.by.map((account) => accounts.find(({ id }) => id === account)?.name ?? '—'),
      textOn: own.textOn,
    },
    persons: accounts.flatMap(({ person }) => person ?? []),
  };
}
