import type { Transaction } from '../../platform/database/transaction.ts';

export type FoundEntry = {
  readonly id: string;
  readonly action: string;
  readonly subject: string | null;
  readonly account: string | null;
  readonly day: string;
  readonly number: number | null;
};

export type Search = {
  readonly action: string | null;
  readonly subject: string | null;
  readonly account: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly after: { readonly day: string; readonly id: string } | null;
  readonly limit: number;
};

const shown = `entry.id, entry.action, entry.subject, entry.account, entry.day,
  (SELECT leaf.index + 1 FROM journal_leaf leaf WHERE leaf.org_id = $1 AND leaf.entry = entry.id) AS number`;

/** Newest first, along the index of whatever is asked for; one more than asked for, to know whether there is another page. */
export function searchEntries(tx: Transaction, search: Search): Promise<FoundEntry[]> {
  const values: unknown[] = [tx.org];
  const conditions = ['entry.org_id = $1'];
  const where = (sql: string, ...given: unknown[]): void => {
    conditions.push(sql.replaceAll('?', () => `$${values.push(given.shift())}`));
  };
  const { action, subject, account, from, until, after } = search;
  if (action !== null) where('entry.action = ?', action);
  if (subject !== null) where('entry.subject = ?', subject);
  if (account !== null) where('entry.account = ?', account);
  if (from !== null) where('entry.day >= ?::date', from);
  if (until !== null) where('entry.day <= ?::date', until);
  if (after !== null) where('(entry.day, entry.id) < (?::date, ?::text COLLATE "C")', after.day, after.id);
  return tx.rows<FoundEntry>(
    `SELECT ${shown} FROM journal_entry entry WHERE ${conditions.join(' AND ')}
     ORDER BY entry.day DESC, entry.id DESC LIMIT $${values.push(search.limit + 1)}::int`,
    values,
  );
}

export type WholeEntry = FoundEntry & {
  readonly body: Buffer;
  readonly contents: string | null;
  readonly salts: Buffer | null;
  readonly person: string | null;
  readonly epoch: number | null;
};

export const findEntry = (tx: Transaction, id: string): Promise<WholeEntry | null> =>
  tx.row<WholeEntry>(
    `SELECT ${shown}, entry.body, value.contents, value.salts, value.person,
       (SELECT leaf.epoch FROM journal_leaf leaf WHERE leaf.org_id = $1 AND leaf.entry = entry.id) AS epoch
     FROM journal_entry entry LEFT JOIN journal_value value ON value.org_id = $1 AND value.entry = entry.id
     WHERE entry.org_id = $1 AND entry.id = $2`,
    [tx.org, id],
  );

export type LastCheckpoint = { readonly size: number; readonly note: string; readonly sealed_at: number };

export const lastCheckpoint = (tx: Transaction, epoch: number): Promise<LastCheckpoint | null> =>
  tx.row<LastCheckpoint>(
    `SELECT size, note, sealed_at FROM journal_checkpoint WHERE org_id = $1 AND epoch = $2::int ORDER BY size DESC LIMIT 1`,
    [tx.org, epoch],
  );

export async function countWaiting(tx: Transaction): Promise<number> {
  const row = await tx.row<{ count: number }>(
    'SELECT coalesce(sum(cardinality(entries)), 0)::bigint AS count FROM journal_pending WHERE org_id = $1',
    [tx.org],
  );
  return row?.count ?? 0;
}

export async function cosignaturesOf(tx: Transaction, epoch: number, size: number): Promise<string[]> {
  const rows = await tx.rows<{ line: string }>(
    'SELECT line FROM journal_cosignature WHERE org_id = $1 AND epoch = $2::int AND size = $3 ORDER BY witness',
    [tx.org, epoch, size],
  );
  return rows.map(({ line }) => line);
}
