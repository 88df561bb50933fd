import type { Transaction } from '../../platform/database/transaction.ts';
import type { MadeEntry } from './entry-of-draft.ts';

/** Entries that have no leaf yet and were recorded at one moment. */
export type Pending = { readonly at: number; readonly entries: readonly string[]; readonly leaves: Uint8Array };

/** Entries, values and what the sealer takes up in one statement: an action pays for one round trip. */
export const insertAll = (
  tx: Transaction,
  entries: readonly MadeEntry[],
  pending: readonly Pending[],
): Promise<number> =>
  tx.count(
    `WITH entry AS (
       INSERT INTO journal_entry (org_id, id, body, action, subject, account, day)
       SELECT $1, * FROM unnest($2::text[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::date[])),
     value AS (
       INSERT INTO journal_value (org_id, entry, contents, salts, person)
       SELECT $1, * FROM unnest($2::text[], $8::text[], $9::bytea[], $10::text[]) AS made(entry, contents, salts, person)
       WHERE length(salts) > 0)
     INSERT INTO journal_pending (org_id, at, id, entries, leaves)
     SELECT $1, at, entries[1], entries, leaves FROM (
       SELECT at, string_to_array(entries, ' ') AS entries, leaves
       FROM unnest($11::bigint[], $12::text[], $13::bytea[]) AS made(at, entries, leaves)) AS pending`,
    [
      tx.org,
      entries.map(({ id }) => id),
      entries.map(({ body }) => body),
      entries.map(({ draft }) => draft.action),
      entries.map(({ draft }) => draft.subject),
      entries.map(({ account }) => account),
      entries.map(({ day }) => day),
      entries.map(({ contents }) => contents),
      entries.map(({ salts }) => salts),
      entries.map(({ draft }) => draft.person),
      pending.map(({ at }) => at),
      // An array of arrays must be rectangular: ids have no blanks.
      pending.map((row) => row.entries.join(' ')),
      pending.map(({ leaves }) => leaves),
    ],
  );

export async function insertContexts(tx: Transaction, entries: readonly MadeEntry[]): Promise<void> {
  for (const { id, day, draft } of entries)
    await tx.count('INSERT INTO journal_context (org_id, entry, address, device, day) VALUES ($1, $2, $3, $4, $5)', [
      tx.org,
      id,
      draft.network?.address,
      draft.network?.device,
      day,
    ]);
}

/** Takes away where staff signed in from before a day. */
export const deleteContexts = (tx: Transaction, before: string): Promise<number> =>
  tx.count('DELETE FROM journal_context WHERE org_id = $1 AND day < $2', [tx.org, before]);

/** One entry that seals itself: nothing waits for a sealer. */
export const insertEntry = (
  tx: Transaction,
  entry: Pick<MadeEntry, 'id' | 'body' | 'account' | 'day' | 'contents' | 'salts'> & { readonly action: string },
): Promise<number> =>
  tx.count(
    `WITH entry AS (
       INSERT INTO journal_entry (org_id, id, body, action, account, day) VALUES ($1, $2, $3, $4, $5, $6))
     INSERT INTO journal_value (org_id, entry, contents, salts) VALUES ($1, $2, $7, $8)`,
    [tx.org, entry.id, entry.body, entry.action, entry.account, entry.day, entry.contents, entry.salts],
  );
