import type { Transaction } from '../../platform/database/transaction.ts';
import type { Choice, Quiet } from './choice.ts';
import type { Digest } from './contract.ts';

export type ChoiceColumns = {
  readonly zone: string | null;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly digest: Digest | null;
};

export const choiceColumns = `choice.zone, choice.quiet_from AS "quietFrom", choice.quiet_until AS "quietUntil", choice.digest`;

/** What somebody chose; of whoever has chosen nothing, what is usual. */
export function choiceIn({ zone, quietFrom, quietUntil, digest }: ChoiceColumns, usual: Choice): Choice {
  if (zone === null || digest === null) return usual;
  const quiet: Quiet | null = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
  return { zone, quiet, digest };
}

export async function choiceOf(tx: Transaction, account: string, usual: Choice): Promise<Choice> {
  const row = await tx.row<ChoiceColumns>(
    `SELECT ${choiceColumns} FROM notice_choice AS choice WHERE org_id = $1 AND account = $2`,
    [tx.org, account],
  );
  return row === null ? usual : choiceIn(row, usual);
}

export const keepChoice = (
  tx: Transaction,
  account: string,
  { zone, quiet, digest }: Choice,
  at: Date,
): Promise<number> =>
  tx.count(
    `INSERT INTO notice_choice (org_id, account, zone, quiet_from, quiet_until, digest, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (org_id, account) DO UPDATE SET zone = excluded.zone, quiet_from = excluded.quiet_from,
       quiet_until = excluded.quiet_until, digest = excluded.digest, set_at = excluded.set_at`,
    [tx.org, account, zone, quiet?.from ?? null, quiet?.until ?? null, digest, at],
  );
