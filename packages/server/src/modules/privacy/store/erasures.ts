import type { Transaction } from '../../../platform/database/transaction.ts';

export type Erasure = {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly erasedOn: string;
};

export async function insertErasures(tx: Transaction, erasures: readonly Erasure[]): Promise<void> {
  await tx.count(
    `INSERT INTO erasure (org_id, id, kind, target, erased_on)
     SELECT $1, id, kind, target, $5::date FROM unnest($2::text[], $3::text[], $4::text[]) AS gone(id, kind, target)`,
    [
      tx.org,
      erasures.map(({ id }) => id),
      erasures.map(({ kind }) => kind),
      erasures.map(({ target }) => target),
      erasures[0]?.erasedOn ?? null,
    ],
  );
}

/** Held until the transaction ends, so that two runs do not write the same lines. */
export const unloggedErasures = (tx: Transaction, limit: number): Promise<Erasure[]> =>
  tx.rows<Erasure>(
    `SELECT id, kind, target, erased_on AS "erasedOn" FROM erasure WHERE org_id = $1 AND NOT logged
     ORDER BY id LIMIT $2::int FOR UPDATE`,
    [tx.org, limit],
  );

export async function markLogged(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.count('UPDATE erasure SET logged = true WHERE org_id = $1 AND id = ANY ($2::text[])', [tx.org, ids]);
}

export type Counts = Readonly<Record<string, number>>;
export type Run = { readonly id: string; readonly ranAt: Date; readonly erased: Counts; readonly missed: Counts };

export async function insertRun(tx: Transaction, { id, ranAt, erased, missed }: Run): Promise<void> {
  await tx.count('INSERT INTO erasure_run (org_id, id, ran_at, erased, missed) VALUES ($1, $2, $3, $4, $5)', [
    tx.org,
    id,
    ranAt,
    JSON.stringify(erased),
    JSON.stringify(missed),
  ]);
}

export const lastRuns = (tx: Transaction, limit: number): Promise<Run[]> =>
  tx.rows<Run>(
    `SELECT id, ran_at AS "ranAt", erased, missed FROM erasure_run WHERE org_id = $1 ORDER BY ran_at DESC LIMIT $2::int`,
    [tx.org, limit],
  );
