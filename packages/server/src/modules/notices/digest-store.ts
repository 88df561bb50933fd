import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type ChoiceColumns, choiceColumns } from './choice-store.ts';

/** Something waits for somebody's next digest. */
export const gather = (tx: Transaction, account: string, at: Date): Promise<number> =>
  tx.count(
    `INSERT INTO notice_digest (org_id, account, waits, set_at) VALUES ($1, $2, true, $3)
     ON CONFLICT (org_id, account) DO UPDATE SET waits = true, set_at = excluded.set_at`,
    [tx.org, account, at],
  );

export type Reader = ChoiceColumns & {
  readonly account: string;
  readonly person: string | null;
  readonly waits: boolean;
  /** A civil day of theirs. */
  readonly lookedOn: string | null;
};

const columns = `mail_address.account, account.person, coalesce(digest.waits, false) AS waits, digest.looked_on::text AS "lookedOn", ${choiceColumns}`;

const joined = `mail_address
     JOIN account ON account.org_id = $1 AND account.id = mail_address.account AND account.status = 'active'
     LEFT JOIN notice_choice AS choice ON choice.org_id = $1 AND choice.account = mail_address.account
     LEFT JOIN notice_digest AS digest ON digest.org_id = $1 AND digest.account = mail_address.account`;

/** Accounts with an address, in order; one more than asked for. */
export const readersAfter = (tx: Transaction, after: string | null, limit: number): Promise<Reader[]> =>
  tx.rows(
    `SELECT ${columns} FROM ${joined}
     WHERE mail_address.org_id = $1 AND ($2::text IS NULL OR mail_address.account > $2 COLLATE "C")
     ORDER BY mail_address.account LIMIT $3::int`,
    [tx.org, after, limit + 1],
  );

export const readersAmong = (tx: Transaction, accounts: readonly string[]): Promise<Reader[]> =>
  tx.rows(
    `SELECT ${columns} FROM ${joined} WHERE mail_address.org_id = $1 AND mail_address.account = ANY ($2::text[])
     ORDER BY mail_address.account`,
    [tx.org, accounts],
  );

/** Their digests were looked into on these days of theirs, and nothing waits any more. */
export const lookedInto = (
  tx: Transaction,
  read: readonly { readonly account: string; readonly day: Day }[],
  at: Date,
): Promise<number> =>
  tx.count(
    `INSERT INTO notice_digest (org_id, account, waits, looked_on, set_at)
     SELECT $1, one.account, false, one.day, $4 FROM unnest($2::text[], $3::date[]) AS one(account, day)
     ON CONFLICT (org_id, account) DO UPDATE SET waits = false, looked_on = excluded.looked_on, set_at = excluded.set_at`,
    [tx.org, read.map(({ account }) => account), read.map(({ day }) => formatDay(day)), at],
  );
