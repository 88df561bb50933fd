import type { Transaction } from '../../platform/database/transaction.ts';
import { disable, lockAccount } from './store/accounts.ts';
import { endGrantsOf } from './store/grants.ts';
import { dropOpenLinks } from './store/links.ts';
import { accountsOfPerson } from './store/of-person.ts';
import { endSessionsOf } from './store/sessions.ts';
import { endTokensOf } from './store/tokens.ts';

/** Nobody signs in, acts or holds a role by the accounts of this person any more; their ids. */
export async function closeAccountsOfPerson(
  tx: Transaction,
  person: string,
  by: string | null,
  at: Date,
): Promise<string[]> {
  const ids = await accountsOfPerson(tx, person);
  for (const id of ids) {
    // Under the lock that signing in takes: no session begins between the last one ended and the commit.
    await lockAccount(tx, id);
    await disable(tx, id);
    await endSessionsOf(tx, id, null, at);
    await endTokensOf(tx, id, at);
    await dropOpenLinks(tx, id);
    await endGrantsOf(tx, id, by, at);
  }
  return ids;
}
