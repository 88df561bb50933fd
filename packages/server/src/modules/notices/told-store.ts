import type { Transaction } from '../../platform/database/transaction.ts';
import type { DutyToTell } from '../duties/index.ts';

export type Reader = { readonly account: string; readonly person: string };

/** Accounts with an address whose holder can be an assignee, in order; one more than asked for. */
export const readersAfter = (tx: Transaction, after: string | null, limit: number): Promise<Reader[]> =>
  tx.rows(
    `SELECT mail_address.account, account.person FROM mail_address
     JOIN account ON account.org_id = $1 AND account.id = mail_address.account AND account.status = 'active' AND account.person IS NOT NULL
     WHERE mail_address.org_id = $1 AND ($2::text IS NULL OR mail_address.account > $2 COLLATE "C")
     ORDER BY mail_address.account LIMIT $3::int`,
    [tx.org, after, limit + 1],
  );

type Told = Pick<DutyToTell, 'rule' | 'subject' | 'period' | 'stage'> & { readonly account: string };

const listed = `unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::text[]) AS one(account, rule, subject, period, stage)`;
const columnsOf = (told: readonly Told[]): unknown[] => [
  told.map(({ account }) => account),
  told.map(({ rule }) => rule),
  told.map(({ subject }) => subject),
  told.map(({ period }) => period),
  told.map(({ stage }) => stage),
];

/** What is no longer so may be told again when it is so again. */
export const forgetOthers = (tx: Transaction, accounts: readonly string[], told: readonly Told[]): Promise<number> =>
  tx.count(
    `DELETE FROM mail_told AS old WHERE org_id = $1 AND account = ANY ($7::text[]) AND NOT EXISTS (SELECT FROM ${listed}
       WHERE one.account = old.account AND one.rule = old.rule AND one.subject = old.subject AND one.period = old.period AND one.stage = old.stage)`,
    [tx.org, ...columnsOf(told), accounts],
  );

/** The accounts for which something of it is new, and who were not written to on this day already. */
export async function tell(tx: Transaction, told: readonly Told[], today: string): Promise<string[]> {
  const rows = await tx.rows<{ account: string }>(
    `WITH busy AS (SELECT DISTINCT account FROM mail_told WHERE org_id = $1 AND told_on = $7::date AND account = ANY ($2::text[])),
     fresh AS (INSERT INTO mail_told (org_id, account, rule, subject, period, stage, told_on)
       SELECT $1, one.*, $7::date FROM ${listed} WHERE one.account NOT IN (SELECT account FROM busy)
       ON CONFLICT DO NOTHING RETURNING account)
     SELECT DISTINCT account FROM fresh ORDER BY account`,
    [tx.org, ...columnsOf(told), today],
  );
  return rows.map(({ account }) => account);
}
