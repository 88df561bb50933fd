import type { Transaction } from '../../../platform/database/transaction.ts';
import { holdersOver } from './two-persons.ts';

/** Accounts of security officers over each of these units; null stands for the organisation itself. */
export async function officersOver(
  tx: Transaction,
  units: readonly (string | null)[],
  now: Date,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const unit of units) for (const { id } of await holdersOver(tx, ['security-officer'], unit, now)) found.add(id);
  return [...found];
}
