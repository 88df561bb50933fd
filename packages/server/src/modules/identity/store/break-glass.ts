import type { Role } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';

export type BreakGlass = {
  readonly act: string;
  readonly account: string;
  readonly grant: string;
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly tellBy: Date;
};

export const insertBreakGlass = (tx: Transaction, given: BreakGlass): Promise<number> =>
  tx.count(
    `INSERT INTO break_glass (org_id, act, account, role_grant, from_at, until_at, tell_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.org, given.act, given.account, given.grant, given.fromAt, given.untilAt, given.tellBy],
  );

/** Emergency access that is over and of which nobody was told yet. */
export const untold = (tx: Transaction, now: Date): Promise<Omit<BreakGlass, 'grant'>[]> =>
  tx.rows(
    `SELECT act, account, from_at AS "fromAt", until_at AS "untilAt", tell_by AS "tellBy" FROM break_glass
     WHERE org_id = $1 AND told_at IS NULL AND until_at <= $2 ORDER BY act FOR UPDATE`,
    [tx.org, now],
  );

export async function tell(tx: Transaction, act: string, persons: readonly string[], at: Date): Promise<number> {
  await tx.count('UPDATE break_glass SET told_at = $3 WHERE org_id = $1 AND act = $2', [tx.org, act, at]);
  return tx.count(
    `INSERT INTO break_glass_notice (org_id, act, person, told_at)
     SELECT $1, $2, person, $4 FROM unnest($3::text[]) AS person ON CONFLICT DO NOTHING`,
    [tx.org, act, persons, at],
  );
}

export type Notice = {
  readonly act: string;
  readonly by: string;
  readonly role: Role;
  readonly reason: string;
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly toldAt: Date;
};

export const noticesTo = (tx: Transaction, person: string): Promise<Notice[]> =>
  tx.rows(
    `SELECT n.act, a.name AS by, asked.role, asked.reason, b.from_at AS "fromAt", b.until_at AS "untilAt", n.told_at AS "toldAt"
     FROM break_glass_notice AS n
     JOIN break_glass AS b ON b.org_id = $1 AND b.act = n.act
     JOIN two_person_act AS asked ON asked.org_id = $1 AND asked.id = n.act
     JOIN account AS a ON a.org_id = $1 AND a.id = b.account
     WHERE n.org_id = $1 AND n.person = $2 ORDER BY n.told_at DESC, n.act`,
    [tx.org, person],
  );
