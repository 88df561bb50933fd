import type { Transaction } from '../../platform/database/transaction.ts';

/** Takes the values beside entries away, never an entry: what it committed to can no longer be shown, that it was there can. */

/** `kind/id` of what the entries were about. */
export const eraseValuesOfSubjects = (tx: Transaction, subjects: readonly string[]): Promise<number> =>
  tx.count(
    `DELETE FROM journal_value USING journal_entry AS entry
     WHERE journal_value.org_id = $1 AND entry.org_id = $1 AND journal_value.entry = entry.id AND entry.subject = ANY ($2::text[])`,
    [tx.org, subjects],
  );

/** By the ids of persons and of their accounts: where and on what device these signed in goes before its ninety days. */
export async function eraseValuesOfPersons(tx: Transaction, ids: readonly string[]): Promise<number> {
  await tx.count(
    `DELETE FROM journal_context USING journal_entry AS entry
     WHERE journal_context.org_id = $1 AND entry.org_id = $1 AND journal_context.entry = entry.id AND entry.account = ANY ($2::text[])`,
    [tx.org, ids],
  );
  return tx.count('DELETE FROM journal_value WHERE org_id = $1 AND person = ANY ($2::text[])', [tx.org, ids]);
}
