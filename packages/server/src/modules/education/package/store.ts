import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Manifest } from '../../../platform/scorm/manifest.ts';
import type { learningVerbs, packageCounts } from '../contract.ts';

export type Package = {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly validMonths: number;
  readonly counts: (typeof packageCounts)[number];
  readonly manifest: Manifest;
  readonly file: string;
  readonly sha256: string;
  readonly state: 'brought' | 'in-force' | 'withdrawn';
  readonly decidedOn: string | null;
};

export type Verb = (typeof learningVerbs)[number];

const columns = `id, title, topic, valid_months AS "validMonths", counts, manifest, file, sha256, state, decided_on AS "decidedOn"`;

export const insertPackage = (
  tx: Transaction,
  one: Omit<Package, 'state' | 'decidedOn'> & { readonly at: Date; readonly account: string | null },
): Promise<number> =>
  tx.count(
    `INSERT INTO learning_package (org_id, id, title, topic, valid_months, counts, manifest, file, sha256, state, made_at, account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'brought', $10, $11)`,
    [
      tx.org,
      one.id,
      one.title,
      one.topic,
      one.validMonths,
      one.counts,
      JSON.stringify(one.manifest),
      one.file,
      one.sha256,
      one.at,
      one.account,
    ],
  );

export const packageOf = (tx: Transaction, id: string): Promise<Package | null> =>
  tx.row(`SELECT ${columns} FROM learning_package WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** The same, held until the transaction ends: what is done about it is done one after the other. */
export const lockPackage = (tx: Transaction, id: string): Promise<Package | null> =>
  tx.row(`SELECT ${columns} FROM learning_package WHERE org_id = $1 AND id = $2 FOR UPDATE`, [tx.org, id]);

export const latestPackages = (tx: Transaction, limit: number): Promise<(Package & { readonly madeAt: Date })[]> =>
  tx.rows(
    `SELECT ${columns}, made_at AS "madeAt" FROM learning_package WHERE org_id = $1 ORDER BY made_at DESC, id DESC LIMIT $2::int`,
    [tx.org, limit],
  );

export const packagesInForce = (tx: Transaction): Promise<Package[]> =>
  tx.rows(`SELECT ${columns} FROM learning_package WHERE org_id = $1 AND state = 'in-force' ORDER BY title, id`, [
    tx.org,
  ]);

export const countPackages = async (tx: Transaction): Promise<number> =>
  (
    await tx.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM learning_package WHERE org_id = $1 AND state <> 'withdrawn'`,
      [tx.org],
    )
  )?.count ?? 0;

export const putInForce = (
  tx: Transaction,
  id: string,
  { on, first, second }: { readonly on: string; readonly first: string | null; readonly second: string | null },
): Promise<number> =>
  tx.count(
    `UPDATE learning_package SET state = 'in-force', decided_on = $3::date, first_account = $4, second_account = $5
     WHERE org_id = $1 AND id = $2 AND state = 'brought'`,
    [tx.org, id, on, first, second],
  );

export const setWithdrawn = (tx: Transaction, id: string): Promise<number> =>
  tx.count(`UPDATE learning_package SET state = 'withdrawn' WHERE org_id = $1 AND id = $2 AND state <> 'withdrawn'`, [
    tx.org,
    id,
  ]);
