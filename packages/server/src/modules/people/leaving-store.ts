import type { Transaction } from '../../platform/database/transaction.ts';
import type { Fields } from '../register/index.ts';

export type Item = {
  readonly what: 'duty' | 'copy' | 'device' | 'trip' | 'appointment' | 'role';
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

/** What is open now takes the place of what is on the list and in nobody's hands; a copy or a responsibility may have come back. */
export async function listAgain(tx: Transaction, id: string, items: readonly Item[]): Promise<void> {
  const given = `jsonb_to_recordset($3::jsonb) AS given(at int, what text, name text, fact text, period date)`;
  const same = `listed.what = given.what AND listed.name = given.name AND listed.fact IS NOT DISTINCT FROM given.fact
    AND listed.period IS NOT DISTINCT FROM given.period`;
  const values = [tx.org, id, JSON.stringify(items.map((one, at) => ({ ...one, at })))];
  await tx.count(
    `DELETE FROM leaving_item AS listed WHERE org_id = $1 AND leaving = $2 AND receiver IS NULL AND NOT EXISTS (SELECT FROM ${given} WHERE ${same})`,
    values,
  );
  await tx.count(
    `INSERT INTO leaving_item (org_id, leaving, position, what, name, fact, period)
     SELECT $1, $2, last.position + row_number() OVER (ORDER BY given.at), given.what, given.name, given.fact, given.period
     FROM ${given} CROSS JOIN (SELECT coalesce(max(position), -1) AS position FROM leaving_item WHERE org_id = $1 AND leaving = $2) AS last
     WHERE NOT EXISTS (SELECT FROM leaving_item AS listed WHERE listed.org_id = $1 AND listed.leaving = $2 AND ${same}
       AND (listed.receiver IS NULL OR listed.what IN ('duty', 'device', 'trip', 'role')))`,
    values,
  );
}

export const openDutyItems = (tx: Transaction, leaving: string): Promise<Item[]> =>
  tx.rows(
    `SELECT what, name, fact, period FROM leaving_item WHERE org_id = $1 AND leaving = $2 AND what = 'duty' AND receiver IS NULL ORDER BY position`,
    [tx.org, leaving],
  );

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

const itemColumns = 'position, what, name, fact, period, receiver, handed_at AS "handedAt"';

/** Those handed over, or those that are not; behind a place in the list. */
export const itemsOf = (
  tx: Transaction,
  leaving: string,
  { handed, behind, limit }: { readonly handed: boolean; readonly behind: number; readonly limit: number },
): Promise<ListedItem[]> =>
  tx.rows(
    `SELECT ${itemColumns} FROM leaving_item
     WHERE org_id = $1 AND leaving = $2 AND (receiver IS NOT NULL) = $3 AND position > $4::int ORDER BY position LIMIT $5::int`,
    [tx.org, leaving, handed, behind, limit],
  );

/** Whether something was handed over after a moment: a sheet printed then says otherwise. */
export const handedAfter = async (tx: Transaction, leaving: string, moment: Date): Promise<boolean> =>
  (await tx.row('SELECT 1 AS one FROM leaving_item WHERE org_id = $1 AND leaving = $2 AND handed_at > $3 LIMIT 1', [
    tx.org,
    leaving,
    moment,
  ])) !== null;

export const itemAt = (tx: Transaction, leaving: string, position: number): Promise<ListedItem | null> =>
  tx.row(`SELECT ${itemColumns} FROM leaving_item WHERE org_id = $1 AND leaving = $2 AND position = $3`, [
    tx.org,
    leaving,
    position,
  ]);

export async function countItems(tx: Transaction, leaving: string): Promise<{ open: number; handed: number }> {
  const row = await tx.row<{ open: number; handed: number }>(
    `SELECT count(*) FILTER (WHERE receiver IS NULL) AS open, count(receiver) AS handed FROM leaving_item
     WHERE org_id = $1 AND leaving = $2`,
    [tx.org, leaving],
  );
  return row ?? { open: 0, handed: 0 };
}

/** All of them at once: nobody reads through hundreds. */
export const handDutiesTo = (tx: Transaction, leaving: string, receiver: string, at: Date): Promise<number> =>
  tx.count(
    `UPDATE leaving_item SET receiver = $3, handed_at = $4 WHERE org_id = $1 AND leaving = $2 AND what = 'duty' AND receiver IS NULL`,
    [tx.org, leaving, receiver, at],
  );

export type ShownLeaving = Pick<Leaving, 'id' | 'person' | 'effectiveOn' | 'state'> & {
  /** What is not handed over yet, each kind once: how many there are of each is nobody's figure (PEOPLE.md). */
  readonly still: readonly Item['what'][];
};

/** Whoever leaves last comes first; `open` for those that are not over or not handed over. */
export const listLeavings = (
  tx: Transaction,
  {
    open,
    behind,
    limit,
  }: { readonly open: boolean; readonly behind: readonly [string, string] | null; readonly limit: number },
): Promise<ShownLeaving[]> =>
  tx.rows(
    `SELECT id, person, effective_on AS "effectiveOn", state, still FROM person_leaving AS given
     CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT what ORDER BY what), '{}') AS still FROM leaving_item
       WHERE org_id = $1 AND leaving = given.id AND receiver IS NULL) AS listed
     WHERE org_id = $1 AND state <> 'taken-back' AND (NOT $2::boolean OR state = 'waiting' OR still <> '{}')
       AND ($3::date IS NULL OR (effective_on, id) < ($3::date, $4::text))
     ORDER BY effective_on DESC, id DESC LIMIT $5::int`,
    [tx.org, open, behind?.[0] ?? null, behind?.[1] ?? null, limit],
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
