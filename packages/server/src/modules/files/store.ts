import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileKind, KeptKind } from '../../platform/files/kinds.ts';

export type EvidenceFile = {
  readonly file: string;
  readonly kind: string;
  readonly fact: string;
  readonly person: string | null;
  readonly name: string;
  readonly type: FileKind;
  readonly size: number;
  readonly sha256: string;
};

const columns = 'id AS file, kind, fact, person, name, type, size, sha256';

/** False where this file is evidence already. */
export const insertFile = async (
  tx: Transaction,
  one: Omit<EvidenceFile, 'type'> & {
    readonly type: KeptKind;
    readonly sealedKey: Buffer;
    readonly account: string | null;
    readonly at: Date;
  },
): Promise<boolean> =>
  (await tx.count(
    `INSERT INTO evidence_file (org_id, id, kind, fact, person, name, type, size, sha256, sealed_key, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
    [
      tx.org,
      one.file,
      one.kind,
      one.fact,
      one.person,
      one.name,
      one.type,
      one.size,
      one.sha256,
      one.sealedKey,
      one.account,
      one.at,
    ],
  )) === 1;

export const findFile = (tx: Transaction, file: string): Promise<EvidenceFile | null> =>
  tx.row(`SELECT ${columns} FROM evidence_file WHERE org_id = $1 AND id = $2`, [tx.org, file]);

export const filesOf = (
  tx: Transaction,
  kind: string,
  fact: string,
): Promise<(EvidenceFile & { readonly addedAt: Date })[]> =>
  tx.rows(
    `SELECT ${columns}, added_at AS "addedAt" FROM evidence_file WHERE org_id = $1 AND kind = $2 AND fact = $3 ORDER BY added_at, id`,
    [tx.org, kind, fact],
  );

export const keyOf = async (tx: Transaction, file: string): Promise<Buffer | null> =>
  (
    await tx.row<{ key: Buffer }>('SELECT sealed_key AS key FROM evidence_file WHERE org_id = $1 AND id = $2', [
      tx.org,
      file,
    ])
  )?.key ?? null;

export const removeFile = (tx: Transaction, file: string): Promise<number> =>
  tx.count('DELETE FROM evidence_file WHERE org_id = $1 AND id = $2', [tx.org, file]);

/** With the facts they show, or by their own id: `kind/id`, `file/id`. */
export const eraseFilesOfSubjects = (tx: Transaction, subjects: readonly string[]): Promise<number> => {
  const pairs = subjects.map((subject) => [
    subject.slice(0, subject.indexOf('/')),
    subject.slice(subject.indexOf('/') + 1),
  ]);
  return tx.count(
    `DELETE FROM evidence_file AS kept USING unnest($2::text[], $3::text[]) AS gone(kind, id)
     WHERE kept.org_id = $1 AND ((kept.kind = gone.kind AND kept.fact = gone.id) OR (gone.kind = 'file' AND kept.id = gone.id))`,
    [tx.org, pairs.map(([kind]) => kind), pairs.map(([, id]) => id)],
  );
};

export const liveFiles = async (tx: Transaction, files: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>('SELECT id FROM evidence_file WHERE org_id = $1 AND id = ANY ($2::text[])', [
      tx.org,
      files,
    ])
  ).map(({ id }) => id);
