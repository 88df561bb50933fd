import type { Transaction } from '../../../platform/database/transaction.ts';

/** What an account proves itself with. */
export type Credentials = {
  readonly hasPassword: boolean;
  readonly hasPasskey: boolean;
  readonly hasTotp: boolean;
  readonly hasSubject: boolean;
};

export async function credentialsOf(tx: Transaction, account: string): Promise<Credentials> {
  const row = await tx.row<Credentials>(
    `SELECT password_hash IS NOT NULL AS "hasPassword",
       EXISTS (SELECT FROM account_passkey WHERE org_id = $1 AND account = $2) AS "hasPasskey",
       EXISTS (SELECT FROM account_totp WHERE org_id = $1 AND account = $2 AND confirmed_at IS NOT NULL) AS "hasTotp",
       EXISTS (SELECT FROM account_subject WHERE org_id = $1 AND account = $2) AS "hasSubject"
     FROM account WHERE org_id = $1 AND id = $2`,
    [tx.org, account],
  );
  return row ?? { hasPassword: false, hasPasskey: false, hasTotp: false, hasSubject: false };
}

export type Totp = { readonly secret: Buffer; readonly confirmedAt: Date | null };

export const totpOfAccount = (tx: Transaction, account: string): Promise<Totp | null> =>
  tx.row('SELECT secret, confirmed_at AS "confirmedAt" FROM account_totp WHERE org_id = $1 AND account = $2', [
    tx.org,
    account,
  ]);

/** False where codes are set up already. */
export async function beginTotp(tx: Transaction, account: string, secret: Buffer, at: Date): Promise<boolean> {
  const written = await tx.count(
    `INSERT INTO account_totp (org_id, account, secret, made_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (org_id, account) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at, last_step = 0
     WHERE account_totp.confirmed_at IS NULL`,
    [tx.org, account, secret, at],
  );
  return written === 1;
}

/** Takes a step if no code of it, or of a later one, was taken before: of two requests with one code only the first finds it unused. */
export async function takeStep(tx: Transaction, account: string, step: number): Promise<boolean> {
  const taken = await tx.count(
    'UPDATE account_totp SET last_step = $3 WHERE org_id = $1 AND account = $2 AND last_step < $3',
    [tx.org, account, step],
  );
  return taken === 1;
}

export const confirmTotp = (tx: Transaction, account: string, at: Date): Promise<number> =>
  tx.count('UPDATE account_totp SET confirmed_at = $3 WHERE org_id = $1 AND account = $2', [tx.org, account, at]);

export const deleteTotp = (tx: Transaction, account: string): Promise<number> =>
  tx.count('DELETE FROM account_totp WHERE org_id = $1 AND account = $2', [tx.org, account]);

export async function replaceRecoveryCodes(
  tx: Transaction,
  account: string,
  hashes: readonly Buffer[],
  at: Date,
): Promise<void> {
  await deleteRecoveryCodes(tx, account);
  await tx.count(
    `INSERT INTO account_recovery_code (org_id, account, hash, made_at)
     SELECT $1, $2, hash, $4 FROM unnest($3::bytea[]) AS hash`,
    [tx.org, account, hashes, at],
  );
}

const deleteRecoveryCodes = (tx: Transaction, account: string): Promise<number> =>
  tx.count('DELETE FROM account_recovery_code WHERE org_id = $1 AND account = $2', [tx.org, account]);

export async function takeRecoveryCode(tx: Transaction, account: string, hash: Buffer, at: Date): Promise<boolean> {
  const taken = await tx.count(
    `UPDATE account_recovery_code SET used_at = $4 WHERE org_id = $1 AND account = $2 AND hash = $3 AND used_at IS NULL`,
    [tx.org, account, hash, at],
  );
  return taken === 1;
}

export async function recoveryCodesLeft(tx: Transaction, account: string): Promise<number> {
  const row = await tx.row<{ left: number }>(
    'SELECT count(*) AS left FROM account_recovery_code WHERE org_id = $1 AND account = $2 AND used_at IS NULL',
    [tx.org, account],
  );
  return row?.left ?? 0;
}

/** Everything an account could prove itself with, its known devices and its tokens among it. */
export async function clearCredentials(tx: Transaction, account: string): Promise<void> {
  await tx.count('UPDATE account SET password_hash = NULL, version = version + 1 WHERE org_id = $1 AND id = $2', [
    tx.org,
    account,
  ]);
  for (const table of [
    'account_totp',
    'account_passkey',
    'account_recovery_code',
    'account_subject',
    'account_device',
    'api_token',
  ])
    await tx.count(`DELETE FROM ${table} WHERE org_id = $1 AND account = $2`, [tx.org, account]);
}

/** The OpenID providers an account is linked to. */
export const subjectsOf = async (tx: Transaction, account: string): Promise<string[]> =>
  (
    await tx.rows<{ issuer: string }>(
      'SELECT issuer FROM account_subject WHERE org_id = $1 AND account = $2 ORDER BY issuer',
      [tx.org, account],
    )
  ).map(({ issuer }) => issuer);
