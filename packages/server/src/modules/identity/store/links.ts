import type { Transaction } from '../../../platform/database/transaction.ts';
import type { linkFor } from '../limits.ts';

export type LinkKind = keyof typeof linkFor;
export type Link = {
  readonly id: string;
  readonly account: string;
  readonly kind: LinkKind;
  /** Null: the machine's administrator. */
  readonly madeBy: string | null;
  /** Of a recovery: the first of its two persons. */
  readonly askedBy: string | null;
};

export const insertLink = (
  tx: Transaction,
  link: Link & { readonly hash: Buffer; readonly at: Date; readonly endsAt: Date },
): Promise<number> =>
  tx.count(
    `INSERT INTO account_link (org_id, id, hash, account, kind, made_by, asked_by, made_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.org, link.id, link.hash, link.account, link.kind, link.madeBy, link.askedBy, link.at, link.endsAt],
  );

/** The link under this hash if it may still be used. */
export const openLink = (tx: Transaction, hash: Buffer, now: Date): Promise<Link | null> =>
  tx.row(
    `SELECT link.id, link.account, link.kind, link.made_by AS "madeBy", link.asked_by AS "askedBy" FROM account_link AS link
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

/** What the holder of a used link chose, until somebody has looked at them. */
export const keepPassword = (tx: Transaction, id: string, hash: string): Promise<number> =>
  tx.count('UPDATE account_link SET password_hash = $3 WHERE org_id = $1 AND id = $2', [tx.org, id, hash]);

/** Taken out, so that it lies in no second place. */
export async function takePassword(
  tx: Transaction,
  id: string,
): Promise<{ readonly kind: LinkKind; readonly hash: string } | null> {
  const kept = await tx.row<{ kind: LinkKind; hash: string }>(
    `SELECT kind, password_hash AS hash FROM account_link WHERE org_id = $1 AND id = $2 AND password_hash IS NOT NULL FOR UPDATE`,
    [tx.org, id],
  );
  await tx.count('UPDATE account_link SET password_hash = NULL WHERE org_id = $1 AND id = $2', [tx.org, id]);
  return kept;
}

/** What holders of links of an account chose and nobody will look at any more. */
export const forgetPasswords = (tx: Transaction, account: string): Promise<number> =>
  tx.count(
    'UPDATE account_link SET password_hash = NULL WHERE org_id = $1 AND account = $2 AND password_hash IS NOT NULL',
    [tx.org, account],
  );

/** Since when others are at recovering an account: asked for, or a link made and not followed, or followed and its holder not met. */
export async function recoveredSince(tx: Transaction, account: string, now: Date): Promise<Date | null> {
  const row = await tx.row<{ since: Date | null }>(
    `SELECT least(
       (SELECT min(asked_at) FROM two_person_act WHERE org_id = $1 AND outcome IS NULL AND ends_at > $3 AND subject_account = $2
          AND kind IN ('recovery', 'identity-check')),
       (SELECT min(made_at) FROM account_link WHERE org_id = $1 AND account = $2 AND kind = 'recovery' AND used_at IS NULL AND ends_at > $3)
     ) AS since`,
    [tx.org, account, now],
  );
  return row?.since ?? null;
}
