import type { Role } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';

export type Beginner = { readonly account: string; readonly role: Role };

const held = `held.org_id = $1 AND held.ended_at IS NULL AND held.from_at <= $2 AND (held.until_at IS NULL OR held.until_at > $2)`;

/** An account that has something to sign in with. */
const signsIn = `(a.password_hash IS NOT NULL OR EXISTS (SELECT FROM account_passkey AS key WHERE key.org_id = $1 AND key.account = a.id)
  OR EXISTS (SELECT FROM account_subject AS subject WHERE subject.org_id = $1 AND subject.account = a.id))`;

/** Whether somebody can sign in who may let others in: an administrator of the organisation. */
export const somebodyInvites = async (tx: Transaction, now: Date): Promise<boolean> =>
  (await tx.row(
    `SELECT 1 AS one FROM account AS a JOIN role_grant AS held ON held.account = a.id AND held.role = 'administrator'
     WHERE a.org_id = $1 AND a.status = 'active' AND ${held} AND ${signsIn} LIMIT 1`,
    [tx.org, now],
  )) !== null;

/** Whether anybody at all can sign in. */
export const somebodySignsIn = async (tx: Transaction): Promise<boolean> =>
  (await tx.row(
    `SELECT 1 AS one FROM account AS a WHERE a.org_id = $1 AND a.status = 'active' AND ${signsIn} LIMIT 1`,
    [tx.org],
  )) !== null;

/** Accounts that nobody can sign in to yet, each with a role it has, in the order they were made in. */
export const beginnersOf = (tx: Transaction, now: Date): Promise<Beginner[]> =>
  tx.rows(
    `SELECT account, role FROM (
       SELECT DISTINCT ON (a.id) a.id AS account, held.role, a.made_at FROM account AS a JOIN role_grant AS held ON held.account = a.id
       WHERE a.org_id = $1 AND a.status = 'active' AND ${held} AND NOT ${signsIn} ORDER BY a.id, held.id
     ) AS beginner ORDER BY made_at, account LIMIT 20`,
    [tx.org, now],
  );
