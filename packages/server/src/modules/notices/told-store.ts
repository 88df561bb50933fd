import type { Transaction } from '../../platform/database/transaction.ts';
import type { DutyToTell } from '../duties/index.ts';

export type Told = Pick<DutyToTell, 'rule' | 'subject' | 'period' | 'stage'> & { readonly account: string };

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

/** The accounts for which something of it is new. */
export async function tell(tx: Transaction, told: readonly Told[], today: string): Promise<string[]> {
  const rows = await tx.rows<{ account: string }>(
    `WITH fresh AS (INSERT INTO mail_told (org_id, account, rule, subject, period, stage, told_on)
       SELECT $1, one.*, $7::date FROM ${listed} ON CONFLICT DO NOTHING RETURNING account)
     SELECT DISTINCT account FROM fresh ORDER BY account`,
    [tx.org, ...columnsOf(told), today],
  );
  return rows.map(({ account }) => account);
}

/** Whom a duty under these rules was not told of yet, though it is due by the day. */
export async function untoldOf(tx: Transaction, due: readonly DutyToTell[], limit: number): Promise<string[]> {
  const rows = await tx.rows<{ account: string }>(
    `SELECT DISTINCT account.id AS account
     FROM unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::text[]) AS one(assignee, rule, subject, period, stage)
     JOIN account ON account.org_id = $1 AND account.person = one.assignee AND account.status = 'active'
     JOIN mail_address ON mail_address.org_id = $1 AND mail_address.account = account.id
     WHERE NOT EXISTS (SELECT FROM mail_told AS told WHERE told.org_id = $1 AND told.account = account.id AND told.rule = one.rule
       AND told.subject = one.subject AND told.period = one.period AND told.stage = one.stage)
     ORDER BY account.id LIMIT $7::int`,
    [
      tx.org,
      due.map(({ assignee }) => assignee),
      due.map(({ rule }) => rule),
      due.map(({ subject }) => subject),
      due.map(({ period }) => period),
      due.map(({ stage }) => stage),
      limit,
    ],
  );
  return rows.map(({ account }) => account);
}
