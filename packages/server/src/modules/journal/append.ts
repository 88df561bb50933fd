import { hashAt } from '@sallyport/core/journal';
import type { EntryDraft } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import * as store from './append-store.ts';
import { makeEntries } from './entry-of-draft.ts';
import type { JournalParts } from './log.ts';

/** Writes entries, the values beside them, and what the sealer takes up, in the transaction of the action. */
export async function appendDrafts(
  tx: Transaction,
  drafts: readonly EntryDraft[],
  parts: Pick<JournalParts, 'ids' | 'dayOf'>,
): Promise<void> {
  if (drafts.length === 0) return;
  const { entries, leaves } = makeEntries(drafts, parts);
  await store.insertAll(tx, entries, pendingOf(entries, leaves));
  const networked = entries.filter(({ draft }) => draft.network !== null);
  if (networked.length > 0) await store.insertContexts(tx, networked);
}

/** One row for each moment: drafts of one action have one, but for those with the day alone. */
function pendingOf(
  entries: readonly { readonly id: string; readonly at: number }[],
  leaves: Uint8Array,
): store.Pending[] {
  const rows = new Map<number, { entries: string[]; leaves: Uint8Array[] }>();
  for (const [n, { id, at }] of entries.entries()) {
    const row = rows.get(at) ?? { entries: [], leaves: [] };
    rows.set(at, row);
    row.entries.push(id);
    row.leaves.push(hashAt(leaves, n));
  }
  return [...rows].map(([at, row]) => ({ at, entries: row.entries, leaves: Buffer.concat(row.leaves) }));
}
