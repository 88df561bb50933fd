import type { Transaction } from '../../../platform/database/transaction.ts';

export type Hold = {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly clause: string;
  readonly reason: string | null;
  readonly from: string;
  readonly until: string;
  readonly releasedOn: string | null;
};

const columns = `id, kind, target, clause, reason, from_day AS "from", until_day AS until, released_on AS "releasedOn"`;

export type NewHold = Pick<Hold, 'id' | 'kind' | 'target' | 'clause' | 'from' | 'until'> & {
  readonly reason: string;
  readonly account: string | null;
};

export async function insertHold(tx: Transaction, one: NewHold): Promise<void> {
  await tx.count(
    `INSERT INTO legal_hold (org_id, id, kind, target, clause, reason, from_day, until_day, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8::date, $9)`,
    [tx.org, one.id, one.kind, one.target, one.clause, one.reason, one.from, one.until, one.account],
  );
}

/** False where it has ended by itself or was released. */
export async function releaseHold(
  tx: Transaction,
  id: string,
  { today, reason, account }: { readonly today: string; readonly reason: string; readonly account: string | null },
): Promise<boolean> {
  const released = await tx.count(
    `UPDATE legal_hold SET released_on = $3::date, release_reason = $4, released_by = $5
     WHERE org_id = $1 AND id = $2 AND released_on IS NULL AND until_day > $3::date`,
    [tx.org, id, today, reason, account],
  );
  return released === 1;
}

/** Those that hold on the day; each ends by itself. */
export const activeHolds = (tx: Transaction, today: string): Promise<Hold[]> =>
  tx.rows<Hold>(
    `SELECT ${columns} FROM legal_hold WHERE org_id = $1 AND released_on IS NULL AND until_day > $2::date ORDER BY id`,
    [tx.org, today],
  );

export const findHold = (tx: Transaction, id: string): Promise<Hold | null> =>
  tx.row<Hold>(`SELECT ${columns} FROM legal_hold WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** Newest first; one more than asked for. */
export const listHolds = (tx: Transaction, after: string | null, limit: number): Promise<Hold[]> =>
  tx.rows<Hold>(
    `SELECT ${columns} FROM legal_hold WHERE org_id = $1 AND ($2::text IS NULL OR id < $2::text COLLATE "C") ORDER BY id DESC LIMIT $3::int`,
    [tx.org, after, limit + 1],
  );

/** The hold that keeps this fact, or the person it is about, from erasure. */
export const holdOn = async (
  tx: Transaction,
  today: string,
  { kind, id, person }: { readonly kind: string; readonly id: string; readonly person: string | null },
): Promise<Hold | null> =>
  (await activeHolds(tx, today)).find(
    (hold) => (hold.kind === kind && hold.target === id) || (hold.kind === 'person' && hold.target === person),
  ) ?? null;
