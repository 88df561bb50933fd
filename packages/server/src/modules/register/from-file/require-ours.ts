import type { Kind } from '@sallyport/core/facts';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Fields } from '../fact-columns.ts';
import { heldFields } from './store.ts';

/** Refused where a correction by hand would change what the personnel file keeps. */
export async function requireOurs(tx: Transaction, kind: Kind, id: string, before: Fields, after: Fields) {
  const held = await heldFields(tx, kind, id);
  const changed = held.filter(({ field, taken }) => !taken && (before[field] ?? null) !== (after[field] ?? null));
  if (changed.length > 0) refuse('register.from-file', { fields: changed.map(({ field }) => field) });
}
