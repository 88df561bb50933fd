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

export type Request = {
  readonly id: string;
  readonly person: string;
  readonly firstAccount: string | null;
  readonly firstSession: string | null;
  readonly endsAt: Date;
  readonly decidedAt: Date | null;
};

export async function insertRequest(
  tx: Transaction,
  one: Omit<Request, 'decidedAt'> & { readonly reason: string; readonly askedAt: Date },
): Promise<void> {
  await tx.count(
    `INSERT INTO erasure_request (org_id, id, person, reason, first_account, first_session, asked_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.org, one.id, one.person, one.reason, one.firstAccount, one.firstSession, one.askedAt, one.endsAt],
  );
}

export const lockRequest = (tx: Transaction, id: string): Promise<Request | null> =>
  tx.row<Request>(
    `SELECT id, person, first_account AS "firstAccount", first_session AS "firstSession", ends_at AS "endsAt", decided_at AS "decidedAt"
     FROM erasure_request WHERE org_id = $1 AND id = $2 FOR UPDATE`,
    [tx.org, id],
  );

export async function decideRequest(tx: Transaction, id: string, account: string | null, at: Date): Promise<void> {
  await tx.count(
    'UPDATE erasure_request SET second_account = $3, decided_at = $4, reason = NULL WHERE org_id = $1 AND id = $2',
    [tx.org, id, account, at],
  );
}
