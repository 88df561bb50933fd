import type { Transaction } from '../../platform/database/transaction.ts';
import type { Fields } from '../register/index.ts';

export type Item = {
  readonly what: 'duty' | 'copy' | 'trip' | 'appointment' | 'role';
  readonly name: string;
  readonly fact: string | null;
  readonly period: string | null;
};
export type ListedItem = Item & {
  readonly position: number;
  readonly receiver: string | null;
  readonly handedAt: Date | null;
};
export type Leaving = {
  readonly id: string;
  readonly person: string;
  readonly effectiveOn: string;
  readonly state: 'waiting' | 'over' | 'taken-back';
  readonly account: string | null;
  readonly before: Fields | null;
  readonly assignments: readonly string[];
};

const columns = 'id, person, effective_on AS "effectiveOn", state, account, before, assignments';

export async function insertLeaving(
  tx: Transaction,
  { id, person, effectiveOn, account }: Pick<Leaving, 'id' | 'person' | 'effectiveOn' | 'account'>,
  items: readonly Item[],
  at: Date,
): Promise<void> {
  await tx.count(
    `INSERT INTO person_leaving (org_id, id, person, effective_on, state, account, made_at) VALUES ($1, $2, $3, $4, 'waiting', $5, $6)`,
    [tx.org, id, person, effectiveOn, account, at],
  );
  await tx.count(
    `INSERT INTO leaving_item (org_id, leaving, position, what, name, fact, period)
     SELECT $1, $2, position, what, name, fact, period
     FROM jsonb_to_recordset($3::jsonb) AS given(position int, what text, name text, fact text, period date)`,
    [tx.org, id, JSON.stringify(items.map((one, position) => ({ ...one, position })))],
  );
}

export const lockLeaving = (tx: Transaction, id: string): Promise<Leaving | null> =>
  tx.row(`SELECT ${columns} FROM person_leaving WHERE org_id = $1 AND id = $2 FOR UPDATE`, [tx.org, id]);

/** The leaving that holds; none where it was taken back. */
export const leavingOf = (tx: Transaction, person: string): Promise<Leaving | null> =>
  tx.row(
    `SELECT ${columns} FROM person_leaving WHERE org_id = $1 AND person = $2 AND state <> 'taken-back' ORDER BY made_at DESC LIMIT 1`,
    [tx.org, person],
  );

/** Those whose last day is over. */
export const dueLeavings = (tx: Transaction, today: string, most: number): Promise<Leaving[]> =>
  tx.rows(
    `SELECT ${columns} FROM person_leaving WHERE org_id = $1 AND state = 'waiting' AND effective_on <= $2::date
     ORDER BY id LIMIT $3::int FOR UPDATE`,
    [tx.org, today, most],
  );

export const setOver = (tx: Transaction, id: string, before: Fields, assignments: readonly string[]): Promise<number> =>
  tx.count(`UPDATE person_leaving SET state = 'over', before = $3, assignments = $4 WHERE org_id = $1 AND id = $2`, [
    tx.org,
    id,
    JSON.stringify(before),
    assignments,
  ]);

export const setTakenBack = (tx: Transaction, id: string): Promise<number> =>
  tx.count(`UPDATE person_leaving SET state = 'taken-back' WHERE org_id = $1 AND id = $2`, [tx.org, id]);

export const itemsOf = (tx: Transaction, leaving: string): Promise<ListedItem[]> =>
  tx.rows(
    `SELECT position, what, name, fact, period, receiver, handed_at AS "handedAt" FROM leaving_item
     WHERE org_id = $1 AND leaving = $2 ORDER BY position`,
    [tx.org, leaving],
  );

/** Of two who hand it over at once, the second finds it handed. */
export const handTo = (
  tx: Transaction,
  leaving: string,
  position: number,
  receiver: string,
  at: Date,
): Promise<number> =>
  tx.count(
    `UPDATE leaving_item SET receiver = $4, handed_at = $5 WHERE org_id = $1 AND leaving = $2 AND position = $3 AND receiver IS NULL`,
    [tx.org, leaving, position, receiver, at],
  );
