import { packed } from '../../platform/database/packed.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { MadeEntry } from './entry-of-draft.ts';

/** Entries that have no leaf yet and were recorded at one moment. */
export type Pending = { readonly at: number; readonly entries: readonly string[]; readonly leaves: Uint8Array };

/** Entries, values and what the sealer takes up in one statement: an action pays for one round trip. */
export function insertAll(
  tx: Transaction,
  entries: readonly MadeEntry[],
  pending: readonly Pending[],
): Promise<number> {
  const bodies = packed(entries.map(({ body }) => body));
  const contents = packed(entries.map(({ contents: text }) => Buffer.from(text)));
  const salts = packed(entries.map(({ salts: drawn }) => drawn));
  return tx.count(
    `WITH made AS MATERIALIZED (
       SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $9::int[], $10::int[], $12::int[], $13::int[], $15::int[], $16::int[])
         AS made(id, action, subject, account, day, person, body_at, body_length, contents_at, contents_length, salts_at, salts_length)),
     entry AS (
       INSERT INTO journal_entry (org_id, id, body, action, subject, account, day)
       SELECT $1, id, substr($8::bytea, body_at, body_length), action, subject, account, day FROM made),
     value AS (
       INSERT INTO journal_value (org_id, entry, contents, salts, person)
       SELECT $1, id, convert_from(substr($11::bytea, contents_at, contents_length), 'UTF8'), substr($14::bytea, salts_at, salts_length), person
       FROM made WHERE salts_length > 0)
     INSERT INTO journal_pending (org_id, at, id, entries, leaves)
     SELECT $1, at, entries[1], entries, leaves FROM (
       SELECT at, string_to_array(entries, ' ') AS entries, leaves
       FROM unnest($17::bigint[], $18::text[], $19::bytea[]) AS made(at, entries, leaves)) AS pending`,
    [
      tx.org,
      entries.map(({ id }) => id),
      entries.map(({ draft }) => draft.action),
      entries.map(({ draft }) => draft.subject),
      entries.map(({ account }) => account),
      entries.map(({ day }) => day),
      entries.map(({ draft }) => draft.person),
      bodies.bytes,
      bodies.starts,
      bodies.lengths,
      contents.bytes,
      contents.starts,
      contents.lengths,
      salts.bytes,
      salts.starts,
      salts.lengths,
      pending.map(({ at }) => at),
      // An array of arrays must be rectangular: ids have no blanks.
      pending.map((row) => row.entries.join(' ')),
      pending.map(({ leaves }) => leaves),
    ],
  );
}

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
