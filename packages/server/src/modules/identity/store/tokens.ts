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
