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
