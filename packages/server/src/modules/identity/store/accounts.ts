import type { Transaction } from '../../../platform/database/transaction.ts';

export type Account = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly person: string | null;
  readonly status: 'active' | 'disabled';
  readonly passwordHash: string | null;
  readonly version: number;
};

const columns = 'id, login, name, person, status, password_hash AS "passwordHash", version';

export const accountByLogin = (tx: Transaction, login: string): Promise<Account | null> =>
  tx.row(`SELECT ${columns} FROM account WHERE org_id = $1 AND login = $2`, [tx.org, login]);

export const accountById = (tx: Transaction, id: string): Promise<Account | null> =>
  tx.row(`SELECT ${columns} FROM account WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** Whoever changes what an account may do or proves itself with takes this lock first. */
export const lockAccount = (tx: Transaction, id: string): Promise<Account | null> =>
  tx.row(`SELECT ${columns} FROM account WHERE org_id = $1 AND id = $2 FOR UPDATE`, [tx.org, id]);

export type NewAccount = Pick<Account, 'id' | 'login' | 'name' | 'person'> & { readonly madeAt: Date };

/** False where the login name or the person has an account already. */
export async function insertAccount(
  tx: Transaction,
  { id, login, name, person, madeAt }: NewAccount,
): Promise<boolean> {
  const inserted = await tx.count(
    `INSERT INTO account (org_id, id, login, name, person, status, made_at)
     VALUES ($1, $2, $3, $4, $5, 'active', $6) ON CONFLICT DO NOTHING`,
    [tx.org, id, login, name, person, madeAt],
  );
  return inserted === 1;
}

export const accountOfPerson = (tx: Transaction, person: string): Promise<{ readonly id: string } | null> =>
  tx.row('SELECT id FROM account WHERE org_id = $1 AND person = $2', [tx.org, person]);

export const personExists = async (tx: Transaction, person: string): Promise<boolean> =>
  (await tx.row('SELECT id FROM fact_person WHERE org_id = $1 AND id = $2', [tx.org, person])) !== null;

export const setPassword = (tx: Transaction, account: string, hash: string, at: Date): Promise<number> =>
  tx.count(
    'UPDATE account SET password_hash = $3, password_set_at = $4, version = version + 1 WHERE org_id = $1 AND id = $2',
    [tx.org, account, hash, at],
  );

/** The new version; null where the account is not of the version the editor saw. */
export async function setStatus(
  tx: Transaction,
  account: string,
  status: Account['status'],
  seen: number,
): Promise<number | null> {
  const row = await tx.row<{ version: number }>(
    `UPDATE account SET status = $3, version = version + 1 WHERE org_id = $1 AND id = $2 AND version = $4
     RETURNING version`,
    [tx.org, account, status, seen],
  );
  return row?.version ?? null;
}

/** Whatever version an editor saw: for what must not fail because somebody is editing. */
export const disable = (tx: Transaction, account: string): Promise<number> =>
  tx.count(
    `UPDATE account SET status = 'disabled', version = version + 1 WHERE org_id = $1 AND id = $2 AND status <> 'disabled'`,
    [tx.org, account],
  );

export type ListedAccount = Omit<Account, 'passwordHash'> & {
  readonly canSignIn: boolean;
  readonly hasSecondFactor: boolean;
};

export const listAccounts = (tx: Transaction, after: string, limit: number): Promise<ListedAccount[]> =>
  tx.rows(
    `SELECT a.id, a.login, a.name, a.person, a.status, a.version,
       a.password_hash IS NOT NULL OR key.there OR subject.there AS "canSignIn", key.there OR totp.there AS "hasSecondFactor"
     FROM account AS a
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM account_passkey AS p WHERE p.org_id = $1 AND p.account = a.id) AS there) AS key
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM account_subject AS s WHERE s.org_id = $1 AND s.account = a.id) AS there) AS subject
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM account_totp AS t
       WHERE t.org_id = $1 AND t.account = a.id AND t.confirmed_at IS NOT NULL) AS there) AS totp
     WHERE a.org_id = $1 AND a.login > $2 ORDER BY a.login LIMIT $3`,
    [tx.org, after, limit],
  );
