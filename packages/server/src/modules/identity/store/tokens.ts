import type { Transaction } from '../../../platform/database/transaction.ts';

export type Token = {
  readonly id: string;
  readonly account: string;
  readonly person: string | null;
  readonly scopes: readonly string[];
  readonly secondFactor: boolean;
  readonly usedOn: string | null;
};

export const tokenByHash = (tx: Transaction, hash: Buffer, now: Date): Promise<Token | null> =>
  tx.row(
    `SELECT t.id, t.account, a.person, t.scopes, t.second_factor AS "secondFactor", t.used_on AS "usedOn"
     FROM api_token AS t JOIN account AS a ON a.org_id = t.org_id AND a.id = t.account
     WHERE t.org_id = $1 AND t.hash = $2 AND t.ended_at IS NULL AND t.ends_at > $3 AND a.status = 'active'`,
    [tx.org, hash, now],
  );

export const noteTokenUse = (tx: Transaction, id: string, day: string): Promise<number> =>
  tx.count('UPDATE api_token SET used_on = $3 WHERE org_id = $1 AND id = $2', [tx.org, id, day]);

export type NewToken = Pick<Token, 'id' | 'account' | 'scopes' | 'secondFactor'> & {
  readonly hash: Buffer;
  readonly label: string;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly handover: string | null;
};

export const insertToken = (tx: Transaction, token: NewToken): Promise<number> =>
  tx.count(
    `INSERT INTO api_token (org_id, id, hash, account, label, scopes, second_factor, made_at, ends_at, handover)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.org,
      token.id,
      token.hash,
      token.account,
      token.label,
      token.scopes,
      token.secondFactor,
      token.madeAt,
      token.endsAt,
      token.handover,
    ],
  );

export const endTokenOf = (tx: Transaction, account: string, id: string, at: Date): Promise<number> =>
  tx.count('UPDATE api_token SET ended_at = $4 WHERE org_id = $1 AND account = $2 AND id = $3 AND ended_at IS NULL', [
    tx.org,
    account,
    id,
    at,
  ]);

/** Those that were made under a handover. */
export const endTokensUnder = (tx: Transaction, handover: string, at: Date): Promise<number> =>
  tx.count(
    'UPDATE api_token SET ended_at = $3 WHERE org_id = $1 AND handover = $2 AND ended_at IS NULL AND ends_at > $3',
    [tx.org, handover, at],
  );

export const endTokensOf = (tx: Transaction, account: string, at: Date): Promise<number> =>
  tx.count('UPDATE api_token SET ended_at = $3 WHERE org_id = $1 AND account = $2 AND ended_at IS NULL', [
    tx.org,
    account,
    at,
  ]);

export type ListedToken = {
  readonly id: string;
  readonly label: string;
  readonly scopes: string[];
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedOn: string | null;
};

export const listTokens = (tx: Transaction, account: string, now: Date): Promise<ListedToken[]> =>
  tx.rows(
    `SELECT id, label, scopes, made_at AS "madeAt", ends_at AS "endsAt", used_on AS "usedOn" FROM api_token
     WHERE org_id = $1 AND account = $2 AND ended_at IS NULL AND ends_at > $3 ORDER BY id`,
    [tx.org, account, now],
  );
