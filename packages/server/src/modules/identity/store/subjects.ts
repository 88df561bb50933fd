import type { Transaction } from '../../../platform/database/transaction.ts';

/** The account a provider's subject is linked to, if it may sign in. */
export const accountOfSubject = (
  tx: Transaction,
  issuer: string,
  subject: string,
): Promise<{ readonly id: string; readonly person: string | null } | null> =>
  tx.row(
    `SELECT a.id, a.person FROM account_subject AS s JOIN account AS a ON a.org_id = $1 AND a.id = s.account
     WHERE s.org_id = $1 AND s.issuer = $2 AND s.subject = $3 AND a.status = 'active'`,
    [tx.org, issuer, subject],
  );

/** False where the subject, or the account with this provider, is linked already. */
export async function linkSubject(
  tx: Transaction,
  link: { readonly issuer: string; readonly subject: string; readonly account: string; readonly at: Date },
): Promise<boolean> {
  const linked = await tx.count(
    `INSERT INTO account_subject (org_id, issuer, subject, account, made_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [tx.org, link.issuer, link.subject, link.account, link.at],
  );
  return linked === 1;
}

export const unlinkSubject = (tx: Transaction, account: string, issuer: string): Promise<number> =>
  tx.count('DELETE FROM account_subject WHERE org_id = $1 AND account = $2 AND issuer = $3', [tx.org, account, issuer]);
