import type { Transaction } from '../../../platform/database/transaction.ts';

export type Passkey = {
  readonly id: string;
  readonly label: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
};

export const listPasskeys = (tx: Transaction, account: string): Promise<Passkey[]> =>
  tx.rows(
    `SELECT id, label, made_at AS "madeAt", used_at AS "usedAt" FROM account_passkey
     WHERE org_id = $1 AND account = $2 ORDER BY id`,
    [tx.org, account],
  );

export type PasskeyKey = {
  readonly id: string;
  readonly account: string;
  readonly person: string | null;
  readonly credential: string;
  readonly publicKey: Buffer;
  readonly counter: number;
};

/** The passkey under a credential's id, of an account that may sign in. */
export const passkeyByCredential = (tx: Transaction, credential: string): Promise<PasskeyKey | null> =>
  tx.row(
    `SELECT p.id, p.account, a.person, p.credential, p.public_key AS "publicKey", p.counter
     FROM account_passkey AS p JOIN account AS a ON a.org_id = $1 AND a.id = p.account
     WHERE p.org_id = $1 AND p.credential = $2 AND a.status = 'active'`,
    [tx.org, credential],
  );

export const credentialIds = async (tx: Transaction, account: string): Promise<string[]> =>
  (
    await tx.rows<{ credential: string }>(
      'SELECT credential FROM account_passkey WHERE org_id = $1 AND account = $2 ORDER BY id',
      [tx.org, account],
    )
  ).map(({ credential }) => credential);

export type NewPasskey = Omit<PasskeyKey, 'person'> & {
  readonly label: string;
  readonly transports: readonly string[];
  readonly madeAt: Date;
};

/** False where the credential is registered already. */
export async function insertPasskey(tx: Transaction, key: NewPasskey): Promise<boolean> {
  const inserted = await tx.count(
    `INSERT INTO account_passkey (org_id, id, account, label, credential, public_key, counter, transports, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [tx.org, key.id, key.account, key.label, key.credential, key.publicKey, key.counter, key.transports, key.madeAt],
  );
  return inserted === 1;
}

/** Notes a use. False where the counter did not go on: the authenticator was copied, or the answer sent twice. */
export async function notePasskeyUse(tx: Transaction, id: string, counter: number, at: Date): Promise<boolean> {
  const noted = await tx.count(
    `UPDATE account_passkey SET counter = $3, used_at = $4
     WHERE org_id = $1 AND id = $2 AND (counter < $3 OR (counter = 0 AND $3 = 0))`,
    [tx.org, id, counter, at],
  );
  return noted === 1;
}

export const deletePasskey = (tx: Transaction, account: string, id: string): Promise<number> =>
  tx.count('DELETE FROM account_passkey WHERE org_id = $1 AND account = $2 AND id = $3', [tx.org, account, id]);
