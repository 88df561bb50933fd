import type { Transaction } from '../../../platform/database/transaction.ts';
import type { linkFor } from '../limits.ts';

export type LinkKind = keyof typeof linkFor;
export type Link = { readonly id: string; readonly account: string; readonly kind: LinkKind };

export const insertLink = (
  tx: Transaction,
  link: Link & { readonly hash: Buffer; readonly madeBy: string | null; readonly at: Date; readonly endsAt: Date },
): Promise<number> =>
  tx.count(
    `INSERT INTO account_link (org_id, id, hash, account, kind, made_by, made_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.org, link.id, link.hash, link.account, link.kind, link.madeBy, link.at, link.endsAt],
  );

/** The link under this hash if it may still be used. */
export const openLink = (tx: Transaction, hash: Buffer, now: Date): Promise<Link | null> =>
  tx.row(
    `SELECT link.id, link.account, link.kind FROM account_link AS link
     JOIN account AS a ON a.org_id = link.org_id AND a.id = link.account
     WHERE link.org_id = $1 AND link.hash = $2 AND link.used_at IS NULL AND link.ends_at > $3 AND a.status = 'active'`,
    [tx.org, hash, now],
  );

/** Of two who use one link at once, the second finds it used. */
export async function takeLink(tx: Transaction, id: string, now: Date): Promise<boolean> {
  return (
    (await tx.count(
      'UPDATE account_link SET used_at = $3 WHERE org_id = $1 AND id = $2 AND used_at IS NULL AND ends_at > $3',
      [tx.org, id, now],
    )) === 1
  );
}

/** A newer link is the only one. */
export const dropOpenLinks = (tx: Transaction, account: string): Promise<number> =>
  tx.count('DELETE FROM account_link WHERE org_id = $1 AND account = $2 AND used_at IS NULL', [tx.org, account]);
