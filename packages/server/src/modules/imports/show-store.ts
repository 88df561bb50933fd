import type { Transaction } from '../../platform/database/transaction.ts';
import type { Fields } from '../register/index.ts';
import type { Import, RowState } from './store.ts';

type After = { readonly at: string; readonly id: string };

/** Newest first; one more than asked for. */
export const listImports = (tx: Transaction, after: After | null, limit: number): Promise<Import[]> =>
  tx.rows(
    `SELECT id, account, acting, state, files, personnel, unchanged, reason, made_at AS "madeAt" FROM register_import
     WHERE org_id = $1 AND ($2::timestamptz IS NULL OR (made_at, id) < ($2::timestamptz, $3::text COLLATE "C"))
     ORDER BY made_at DESC, id DESC LIMIT $4::int`,
    [tx.org, after?.at ?? null, after?.id ?? '', limit + 1],
  );

export type RowCount = {
  readonly import: string;
  readonly kind: string;
  readonly correct: boolean;
  readonly state: RowState;
  readonly rows: number;
};

export const countRows = (tx: Transaction, imports: readonly string[]): Promise<RowCount[]> =>
  tx.rows(
    `SELECT import, kind, change = 'correct' AS correct, state, count(*) AS rows FROM import_row
     WHERE org_id = $1 AND import = ANY ($2::text[]) GROUP BY 1, 2, 3, 4`,
    [tx.org, imports],
  );

/** Of what is not applied yet: which fields lose their value, and of how many facts. */
export const countEmptied = (
  tx: Transaction,
  id: string,
): Promise<{ readonly kind: string; readonly field: string; readonly rows: number }[]> =>
  tx.rows(
    `SELECT kind, cell.key AS field, count(*) AS rows FROM import_row CROSS JOIN LATERAL jsonb_each(fields) AS cell
     WHERE org_id = $1 AND import = $2 AND change = 'correct' AND cell.value = 'null'::jsonb
     GROUP BY kind, cell.key ORDER BY kind, cell.key`,
    [tx.org, id],
  );

export const countProblems = async (tx: Transaction, id: string): Promise<number> =>
  (
    await tx.row<{ count: number }>('SELECT count(*) AS count FROM import_problem WHERE org_id = $1 AND import = $2', [
      tx.org,
      id,
    ])
  )?.count ?? 0;

export type ShownRow = {
  readonly position: number;
  readonly kind: string;
  readonly fact: string;
  readonly file: string;
  readonly line: number;
  readonly code: string | null;
  readonly person: string | null;
  readonly before: Fields | null;
  readonly fields: Fields | null;
};

export type What = 'add' | 'correct' | 'refused' | 'kept';

export const listRows = (tx: Transaction, id: string, what: What, after: number, limit: number): Promise<ShownRow[]> =>
  tx.rows(
    `SELECT position, kind, fact, file, line, code, person, before, fields FROM import_row
     WHERE org_id = $1 AND import = $2 AND position > $4::int AND CASE $3 WHEN 'add' THEN change <> 'correct'
       WHEN 'correct' THEN change = 'correct' ELSE state = $3 END
     ORDER BY position LIMIT $5::int`,
    [tx.org, id, what, after, limit + 1],
  );

export type ShownProblem = {
  readonly position: number;
  readonly file: string;
  readonly line: number | null;
  readonly heading: string | null;
  readonly code: string;
  readonly said: Readonly<Record<string, string | number | { readonly zh: string; readonly en: string }>>;
};

export const listProblems = (tx: Transaction, id: string, after: number, limit: number): Promise<ShownProblem[]> =>
  tx.rows(
    `SELECT position, file, line, heading, code, said FROM import_problem
     WHERE org_id = $1 AND import = $2 AND position > $3::int ORDER BY position LIMIT $4::int`,
    [tx.org, id, after, limit + 1],
  );
