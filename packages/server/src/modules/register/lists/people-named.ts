import type { Transaction } from '../../../platform/database/transaction.ts';
import { kindNamed } from '../service.ts';
import { namedPage } from './named-list.ts';

/** The ids of people whose name bears what was typed, for another room's list to go by; whom that list may show is its own matter. */
export async function peopleNamed(tx: Transaction, search: string, most: number): Promise<string[]> {
  const { rows } = await namedPage(tx, kindNamed('person'), { search, order: 'zh', limit: most }, () => []);
  return rows.map(({ id }) => id);
}
