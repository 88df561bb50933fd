import type { Grant, Role } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';

/** What an account may do now, each unit with all units under it; deputies hold theirs only between its days. */
export async function grantsOf(tx: Transaction, account: string, now: Date): Promise<Grant[]> {
  const rows = await tx.rows<{ role: Role; unit: string | null; subtree: string[]; lent: boolean }>(
    `WITH RECURSIVE held AS (
       SELECT id, role, unit FROM role_grant
       WHERE org_id = $1 AND account = $2 AND ended_at IS NULL AND from_at <= $3 AND (until_at IS NULL OR until_at > $3)
     ), under AS (
       SELECT id AS held, unit FROM held WHERE unit IS NOT NULL
       UNION
       SELECT under.held, child.id FROM under JOIN fact_unit AS child ON child.org_id = $1 AND child.parent = under.unit
     )
     SELECT held.role, held.unit, coalesce(array_agg(under.unit) FILTER (WHERE under.unit IS NOT NULL), '{}') AS subtree,
       EXISTS (SELECT FROM break_glass AS lent WHERE lent.org_id = $1 AND lent.role_grant = held.id) AS lent
     FROM held LEFT JOIN under ON under.held = held.id GROUP BY held.id, held.role, held.unit ORDER BY held.id`,
    [tx.org, account, now],
  );
  return rows.map(({ role, unit, subtree, lent }) => ({
    role,
    unit,
    subtree: new Set(subtree),
    ...(lent ? { lent } : {}),
  }));
}

/** The same without what is only lent by break-glass: who has a role for four hours gives none that lasts. */
export const lastingGrantsOf = async (tx: Transaction, account: string, now: Date): Promise<Grant[]> =>
  (await grantsOf(tx, account, now)).filter(({ lent }) => lent !== true);

export type HeldGrant = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly fromAt: Date;
  readonly untilAt: Date | null;
  readonly standsInFor: string | null;
};

const columns = `id, account, role, unit, from_at AS "fromAt", until_at AS "untilAt", stands_in_for AS "standsInFor"`;

/** What is held now or from a later day on. */
export const currentGrants = (tx: Transaction, account: string, now: Date): Promise<HeldGrant[]> =>
  tx.rows(
    `SELECT ${columns} FROM role_grant
     WHERE org_id = $1 AND account = $2 AND ended_at IS NULL AND (until_at IS NULL OR until_at > $3) ORDER BY id`,
    [tx.org, account, now],
  );

export const grantById = (tx: Transaction, id: string): Promise<HeldGrant | null> =>
  tx.row(`SELECT ${columns} FROM role_grant WHERE org_id = $1 AND id = $2 AND ended_at IS NULL`, [tx.org, id]);

export const insertGrant = (
  tx: Transaction,
  grant: HeldGrant & { readonly madeBy: string | null; readonly madeAt: Date },
): Promise<number> =>
  tx.count(
    `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, until_at, stands_in_for, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.org,
      grant.id,
      grant.account,
      grant.role,
      grant.unit,
      grant.fromAt,
      grant.untilAt,
      grant.standsInFor,
      grant.madeBy,
      grant.madeAt,
    ],
  );

export const endGrant = (tx: Transaction, id: string, by: string | null, at: Date): Promise<number> =>
  tx.count('UPDATE role_grant SET ended_at = $4, ended_by = $3 WHERE org_id = $1 AND id = $2 AND ended_at IS NULL', [
    tx.org,
    id,
    by,
    at,
  ]);

/** Every role of an account, and every one held in its stead. */
export const endGrantsOf = (tx: Transaction, account: string, by: string | null, at: Date): Promise<number> =>
  tx.count(
    `UPDATE role_grant SET ended_at = $4, ended_by = $3
     WHERE org_id = $1 AND (account = $2 OR stands_in_for = $2) AND ended_at IS NULL`,
    [tx.org, account, by, at],
  );

/** Who stands in for an account in a role; the deputy of a role nobody holds any more stands in for nobody. */
export const deputiesOf = (tx: Transaction, principal: string, role: Role): Promise<HeldGrant[]> =>
  tx.rows(
    `SELECT ${columns} FROM role_grant WHERE org_id = $1 AND stands_in_for = $2 AND role = $3 AND ended_at IS NULL ORDER BY id`,
    [tx.org, principal, role],
  );

export const everGranted = async (tx: Transaction, role: Role): Promise<boolean> =>
  (await tx.row('SELECT id FROM role_grant WHERE org_id = $1 AND role = $2 LIMIT 1', [tx.org, role])) !== null;

/** Accounts that hold two or more of these roles, now or from a later day on; what is lent for four hours ends by itself. */
export const holdersOfTwo = (
  tx: Transaction,
  roles: readonly Role[],
  now: Date,
): Promise<{ account: string; roles: Role[] }[]> =>
  tx.rows(
    `SELECT account, array_agg(DISTINCT role) AS roles FROM role_grant
     WHERE org_id = $1 AND role = ANY ($2) AND ended_at IS NULL AND (until_at IS NULL OR until_at > $3)
       AND NOT EXISTS (SELECT FROM break_glass AS lent WHERE lent.org_id = $1 AND lent.role_grant = role_grant.id)
     GROUP BY account HAVING count(DISTINCT role) > 1 ORDER BY account`,
    [tx.org, roles, now],
  );

export const unitExists = async (tx: Transaction, unit: string): Promise<boolean> =>
  (await tx.row('SELECT id FROM fact_unit WHERE org_id = $1 AND id = $2', [tx.org, unit])) !== null;

/** Whether a unit is this one or lies somewhere under it. */
export const isUnder = async (tx: Transaction, unit: string, above: string): Promise<boolean> =>
  (await tx.row(
    `WITH RECURSIVE up AS (
       SELECT id, parent FROM fact_unit WHERE org_id = $1 AND id = $2
       UNION SELECT unit.id, unit.parent FROM up JOIN fact_unit AS unit ON unit.org_id = $1 AND unit.id = up.parent
     ) SELECT id FROM up WHERE id = $3`,
    [tx.org, unit, above],
  )) !== null;

export const listGrants = (
  tx: Transaction,
  account: string | null,
  after: string,
  limit: number,
  now: Date,
): Promise<(HeldGrant & { readonly name: string; readonly person: string | null })[]> =>
  tx.rows(
    `SELECT held.id, held.account, held.role, held.unit, held.from_at AS "fromAt", held.until_at AS "untilAt",
       held.stands_in_for AS "standsInFor", a.name, a.person
     FROM role_grant AS held JOIN account AS a ON a.org_id = $1 AND a.id = held.account
     WHERE held.org_id = $1 AND held.id > $3 AND ($2::text IS NULL OR held.account = $2) AND held.ended_at IS NULL
       AND (held.until_at IS NULL OR held.until_at > $5)
     ORDER BY held.id LIMIT $4`,
    [tx.org, account, after, limit, now],
  );
