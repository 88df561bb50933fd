import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileProblem } from '../../tabular/file-problem.ts';
import { type Fields, heldKinds } from '../register/index.ts';
import type { Plan, PlannedRow, Said } from './plan.ts';

export type State = 'preview' | 'applying' | 'applied' | 'undoing' | 'undone';
export type RowState = 'waiting' | 'doing' | 'done' | 'refused' | 'undone' | 'kept';

export type Import = {
  readonly id: string;
  readonly account: string | null;
  readonly acting: string | null;
  readonly state: State;
  readonly files: number;
  readonly personnel: boolean;
  readonly unchanged: Readonly<Record<string, number>>;
  readonly reason: string | null;
  readonly madeAt: Date;
};

const columns = `id, account, acting, state, files, personnel, unchanged, reason, made_at AS "madeAt"`;

type NewImport = Pick<Import, 'id' | 'account' | 'files' | 'personnel'> & { readonly at: Date };

export async function insertImport(
  tx: Transaction,
  { id, account, files, personnel, at }: NewImport,
  { rows, unchanged, said: saidOf }: Plan,
  problems: readonly FileProblem[],
): Promise<void> {
  await tx.count(
    `INSERT INTO register_import (org_id, id, account, acting, state, files, personnel, unchanged, made_at)
     VALUES ($1, $2, $3, $3, 'preview', $4, $5, $6, $7)`,
    [tx.org, id, account, files, personnel, JSON.stringify(unchanged), at],
  );
  if (personnel) await insertSaid(tx, id, saidOf, at);
  await tx.count(
    `INSERT INTO import_row (org_id, import, position, kind, fact, change, version, file, line, person, before, fields, state, made_at)
     SELECT $1, $2, position, kind, fact, change, version, file, line, person, before, fields, 'waiting', $4
     FROM jsonb_to_recordset($3::jsonb) AS given(position int, kind text, fact text, change text, version int, file text, line int,
       person text, before jsonb, fields jsonb)`,
    [tx.org, id, JSON.stringify(rows.map((row, position) => ({ ...row, position }))), at],
  );
  const said = problems.map(({ file, row, column, code, values }, position) => ({
    position,
    file,
    line: row,
    heading: column,
    code,
    said: values,
  }));
  await tx.count(
    `INSERT INTO import_problem (org_id, import, position, file, line, heading, code, said, account, made_at)
     SELECT $1, $2, position, file, line, heading, code, said, $4, $5
     FROM jsonb_to_recordset($3::jsonb) AS given(position int, file text, line int, heading text, code text, said jsonb)`,
    [tx.org, id, JSON.stringify(said), account, at],
  );
}

const insertSaid = (tx: Transaction, id: string, said: readonly Said[], at: Date): Promise<number> =>
  tx.count(
    `INSERT INTO import_said (org_id, import, kind, fact, person, fields, made_at)
     SELECT $1, $2, kind, fact, person, fields, $4 FROM jsonb_to_recordset($3::jsonb) AS given(kind text, fact text, person text, fields text[])`,
    [tx.org, id, JSON.stringify(said.filter(({ kind }) => heldKinds.has(kind))), at],
  );

/** What a personnel file said of facts that are now as it says, from one on; rows that were refused said nothing. */
export const saidAfter = (
  tx: Transaction,
  id: string,
  after: { readonly kind: string; readonly fact: string },
  most: number,
): Promise<Said[]> =>
  tx.rows(
    `SELECT said.kind, said.fact, said.person, said.fields FROM import_said AS said
     LEFT JOIN import_row AS own ON own.org_id = $1 AND own.import = $2 AND own.kind = said.kind AND own.fact = said.fact
     WHERE said.org_id = $1 AND said.import = $2 AND (said.kind, said.fact) > ($3::text COLLATE "C", $4::text COLLATE "C")
       AND coalesce(own.state, 'done') = 'done'
     ORDER BY said.kind, said.fact LIMIT $5::int`,
    [tx.org, id, after.kind, after.fact, most],
  );

export const findImport = (tx: Transaction, id: string): Promise<Import | null> =>
  tx.row(`SELECT ${columns} FROM register_import WHERE org_id = $1 AND id = $2`, [tx.org, id]);

export const lockImport = (tx: Transaction, id: string): Promise<Import | null> =>
  tx.row(`SELECT ${columns} FROM register_import WHERE org_id = $1 AND id = $2 FOR UPDATE`, [tx.org, id]);

type Move = {
  readonly state: State;
  readonly acting: string | null;
  readonly reason: string | null;
  readonly at: Date;
};

export const moveImport = (tx: Transaction, id: string, { state, acting, reason, at }: Move): Promise<number> =>
  tx.count(
    `UPDATE register_import SET state = $3, acting = coalesce($4, acting), reason = coalesce($5, reason), worked_at = $6
     WHERE org_id = $1 AND id = $2`,
    [tx.org, id, state, acting, reason, at],
  );

export const removeImport = (tx: Transaction, id: string): Promise<number> =>
  tx.count('DELETE FROM register_import WHERE org_id = $1 AND id = $2', [tx.org, id]);

export const removeProblems = (tx: Transaction, id: string): Promise<number> =>
  tx.count('DELETE FROM import_problem WHERE org_id = $1 AND import = $2', [tx.org, id]);

/** Previews made before one moment, and anything else made before another; one under way is left. */
export const removeOld = (tx: Transaction, previewsBefore: Date, othersBefore: Date): Promise<number> =>
  tx.count(
    `DELETE FROM register_import WHERE org_id = $1
       AND (state = 'preview' AND made_at < $2 OR state IN ('applied', 'undone') AND made_at < $3)`,
    [tx.org, previewsBefore, othersBefore],
  );

export type WaitingRow = Pick<PlannedRow, 'kind' | 'fact' | 'change' | 'version' | 'file' | 'line'> & {
  readonly position: number;
  readonly fields: Fields | null;
  readonly became: number | null;
};

const rowColumns = 'position, kind, fact, change, version, file, line, fields, became';

/** The next rows to apply: in order, of one kind and one change, since they are one batch of one action. */
export const nextToApply = (tx: Transaction, id: string, most: number): Promise<WaitingRow[]> =>
  tx.rows(
    `WITH next AS (SELECT ${rowColumns} FROM import_row WHERE org_id = $1 AND import = $2 AND state = 'waiting' ORDER BY position LIMIT $3::int),
       first AS (SELECT kind, change FROM next ORDER BY position LIMIT 1)
     SELECT ${rowColumns} FROM next WHERE (kind, change) = (SELECT kind, change FROM first) ORDER BY position`,
    [tx.org, id, most],
  );

/** The next rows to undo: the last comes first, so that what refers to a fact goes before it. */
export const nextToUndo = (tx: Transaction, id: string, most: number): Promise<WaitingRow[]> =>
  tx.rows(
    `WITH next AS (SELECT ${rowColumns} FROM import_row WHERE org_id = $1 AND import = $2 AND state = 'done' ORDER BY position DESC LIMIT $3::int),
       first AS (SELECT kind, change FROM next ORDER BY position DESC LIMIT 1)
     SELECT ${rowColumns} FROM next WHERE (kind, change) = (SELECT kind, change FROM first) ORDER BY position DESC`,
    [tx.org, id, most],
  );

/** Rows that were handed to an action, in the order in which they were. */
export const underWay = (tx: Transaction, id: string, backwards: boolean): Promise<WaitingRow[]> =>
  tx.rows(
    `SELECT ${rowColumns} FROM import_row WHERE org_id = $1 AND import = $2 AND state = 'doing'
     ORDER BY CASE WHEN $3::boolean THEN -position ELSE position END`,
    [tx.org, id, backwards],
  );

export const setUnderWay = (tx: Transaction, id: string, positions: readonly number[]): Promise<number> =>
  tx.count(`UPDATE import_row SET state = 'doing' WHERE org_id = $1 AND import = $2 AND position = ANY ($3::int[])`, [
    tx.org,
    id,
    positions,
  ]);

/** What became of rows. What they held is in the register from then on, and no longer here. */
export const settleRows = (
  tx: Transaction,
  id: string,
  state: RowState,
  rows: readonly { readonly position: number; readonly code: string | null; readonly became: number | null }[],
): Promise<number> =>
  tx.count(
    `UPDATE import_row SET state = $3, code = given.code, became = coalesce(given.became, import_row.became),
       before = NULL, fields = NULL
     FROM jsonb_to_recordset($4::jsonb) AS given(position int, code text, became int)
     WHERE org_id = $1 AND import = $2 AND import_row.position = given.position`,
    [tx.org, id, state, JSON.stringify(rows)],
  );
