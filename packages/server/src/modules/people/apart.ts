import { Refused } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/**
 * Does one of several within one transaction, so that what fails is undone alone. Null where it was done, or the code of the refusal. Where
 * the database itself undid the transaction, or the program is at fault, all of it fails.
 */
export async function apart(tx: Transaction, one: () => Promise<void>): Promise<string | null> {
  await tx.once('SAVEPOINT one_of_several');
  try {
    await one();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await tx.once('ROLLBACK TO SAVEPOINT one_of_several');
    return error.refusals[0]?.code ?? 'request.failed';
  }
  await tx.once('RELEASE SAVEPOINT one_of_several');
  return null;
}
