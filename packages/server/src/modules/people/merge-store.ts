import type { MovedRows } from '../../platform/database/rows-of-person.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Fields, Pointer } from '../register/index.ts';
import type { MovedLeavings } from './move-leavings.ts';

export type Merge = {
  readonly id: string;
  readonly kept: string;
  readonly gone: string;
  readonly fields: Fields;
  readonly before: Fields | null;
  readonly reason: string | null;
  readonly state: 'asked' | 'declined' | 'merged' | 'undone';
  readonly firstAccount: string | null;
  readonly firstSession: string;
  readonly askedAt: Date;
  readonly mergedAt: Date | null;
  readonly files: readonly string[];
  readonly account: string | null;
  readonly prints: readonly string[];
  readonly rows: MovedRows;
} & MovedLeavings;

const columns = `id, kept, gone, fields, before, reason, state, first_account AS "firstAccount", first_session AS "firstSession",
  asked_at AS "askedAt", merged_at AS "mergedAt", files, account, prints, leavings, received, rows`;

type Asked = Pick<Merge, 'id' | 'kept' | 'gone' | 'fields' | 'reason' | 'firstAccount' | 'firstSession' | 'askedAt'>;

export const insertMerge = (tx: Transaction, one: Asked): Promise<number> =>
  tx.count(
    `INSERT INTO person_merge (org_id, id, kept, gone, fields, reason, state, first_account, first_session, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8, $9)`,
    [
      tx.org,
      one.id,
      one.kept,
      one.gone,
      JSON.stringify(one.fields),
      one.reason,
      one.firstAccount,
      one.firstSession,
      one.askedAt,
    ],
  );

export const lockMerge = (tx: Transaction, id: string): Promise<Merge | null> =>
  tx.row(`SELECT ${columns} FROM person_merge WHERE org_id = $1 AND id = $2 FOR UPDATE`, [tx.org, id]);

/** Newest first; what is waiting, and what was decided lately. */
export const latestMerges = (tx: Transaction, since: Date): Promise<Merge[]> =>
  tx.rows(
    `SELECT ${columns} FROM person_merge WHERE org_id = $1 AND asked_at > $2 ORDER BY asked_at DESC, id DESC LIMIT 200`,
    [tx.org, since],
  );

export const isAsked = async (tx: Transaction, persons: readonly string[], since: Date): Promise<boolean> =>
  (await tx.row(
    `SELECT 1 AS one FROM person_merge WHERE org_id = $1 AND state = 'asked' AND asked_at > $3
       AND (kept = ANY ($2::text[]) OR gone = ANY ($2::text[])) LIMIT 1`,
    [tx.org, persons, since],
  )) !== null;

/** Entries that were found to be this person, and those found to be them before. */
export async function mergedInto(tx: Transaction, person: string): Promise<string[]> {
  const rows = await tx.rows<{ gone: string }>(
    `WITH RECURSIVE merged AS (
       SELECT gone FROM person_merge WHERE org_id = $1 AND kept = $2 AND state = 'merged'
       UNION SELECT other.gone FROM merged JOIN person_merge AS other
         ON other.org_id = $1 AND other.kept = merged.gone AND other.state = 'merged'
     ) SELECT gone FROM merged ORDER BY gone`,
    [tx.org, person],
  );
  return rows.map(({ gone }) => gone);
}

/** Of these entries those that were found to be another, with that one. */
export async function keptInstead(tx: Transaction, persons: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ gone: string; kept: string }>(
    "SELECT gone, kept FROM person_merge WHERE org_id = $1 AND gone = ANY ($2::text[]) AND state = 'merged'",
    [tx.org, persons],
  );
  return new Map(rows.map(({ gone, kept }) => [gone, kept]));
}

type Done = {
  readonly before: Fields;
  readonly second: string | null;
  readonly at: Date;
  readonly files: readonly string[];
  readonly account: string | null;
  readonly prints: readonly string[];
  readonly moved: MovedLeavings;
  readonly rows: MovedRows;
  readonly pointers: readonly Pointer[];
};

export async function setMerged(tx: Transaction, id: string, done: Done): Promise<void> {
  await tx.count(
    `UPDATE person_merge SET state = 'merged', before = $3, second_account = $4, merged_at = $5, files = $6, account = $7,
       prints = $8, leavings = $9, received = $10, rows = $11
     WHERE org_id = $1 AND id = $2`,
    [
      tx.org,
      id,
      JSON.stringify(done.before),
      done.second,
      done.at,
      done.files,
      done.account,
      done.prints,
      done.moved.leavings,
      done.moved.received,
      JSON.stringify(done.rows),
    ],
  );
  await tx.count(
    `INSERT INTO person_merge_pointer (org_id, merge, position, kind, fact, field)
     SELECT $1, $2, position, kind, fact, field
     FROM jsonb_to_recordset($3::jsonb) AS given(position int, kind text, fact text, field text)`,
    [tx.org, id, JSON.stringify(done.pointers.map((one, position) => ({ ...one, position })))],
  );
}

export const pointersOf = (tx: Transaction, id: string): Promise<Pointer[]> =>
  tx.rows('SELECT kind, fact, field FROM person_merge_pointer WHERE org_id = $1 AND merge = $2 ORDER BY position', [
    tx.org,
    id,
  ]);

export const setState = (tx: Transaction, id: string, state: 'declined' | 'undone', at: Date): Promise<number> =>
  tx.count(
    `UPDATE person_merge SET state = $3, undone_at = CASE WHEN $3 = 'undone' THEN $4::timestamptz ELSE undone_at END
     WHERE org_id = $1 AND id = $2`,
    [tx.org, id, state, at],
  );

export type Double = {
  readonly because: 'number' | 'name-and-unit';
  readonly one: string;
  readonly oneName: string;
  readonly oneUnit: string | null;
  readonly other: string;
  readonly otherName: string;
  readonly otherUnit: string | null;
};

/** A number as people vary it: width, case and zeros in front are no difference. */
const plain = `regexp_replace(lower(regexp_replace(id, '[^A-Za-z0-9]', '', 'g')), '(^|[a-z])0+', '\\1', 'g')`;

/** Neighbours of the same name in one unit, and of one number written in two ways. */
export const findDoubles = (tx: Transaction, most: number): Promise<Double[]> =>
  tx.rows(
    `WITH named AS (
       SELECT id, name, unit, sort_zh, lead(id) OVER same AS other FROM fact_person
       WHERE org_id = $1 AND unit IS NOT NULL WINDOW same AS (PARTITION BY unit, sort_zh ORDER BY id)
     ), numbered AS (
       SELECT id, name, unit, lead(id) OVER (PARTITION BY ${plain} ORDER BY id) AS other FROM fact_person WHERE org_id = $1
     ), pairs AS (
       SELECT 'number' AS because, id, name, unit, other FROM numbered WHERE other IS NOT NULL
       UNION ALL SELECT 'name-and-unit', id, name, unit, other FROM named WHERE other IS NOT NULL
     )
     SELECT because, pairs.id AS one, pairs.name AS "oneName", pairs.unit AS "oneUnit", found.id AS other, found.name AS "otherName",
       found.unit AS "otherUnit"
     FROM pairs JOIN fact_person AS found ON found.org_id = $1 AND found.id = pairs.other
     ORDER BY because DESC, pairs.id, found.id LIMIT $2::int`,
    [tx.org, most],
  );
