import type { Kind } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type Fields, fieldsOfRow } from './fact-columns.ts';
import type { StoredFact } from './store.ts';

export type { StoredFact } from './store.ts';

/** Every fact of a kind by its id, with what people call it, so that a file may name it either way. */
export const labelsOf = (
  tx: Transaction,
  kind: Kind,
  label: string | null,
): Promise<{ readonly id: string; readonly label: string | null }[]> =>
  tx.rows(`SELECT id, ${label ?? 'NULL::text'} AS label FROM ${tableName(kind.name)} WHERE org_id = $1`, [tx.org]);

type Row = Readonly<Record<string, unknown>> & Pick<StoredFact, 'id' | 'version'> & { readonly happened_on: string };

export async function factsThere(tx: Transaction, kind: Kind, ids: readonly string[]): Promise<StoredFact[]> {
  const rows = await tx.rows<Row>(`SELECT * FROM ${tableName(kind.name)} WHERE org_id = $1 AND id = ANY ($2::text[])`, [
    tx.org,
    ids,
  ]);
  return rows.map((row) => factIn(kind, row));
}

/** The facts that point at some others by a field, in the order they happened. */
export async function factsOf(
  tx: Transaction,
  kind: Kind,
  field: string,
  ids: readonly string[],
): Promise<StoredFact[]> {
  const rows = await tx.rows<Row>(
    `SELECT * FROM ${tableName(kind.name)} WHERE org_id = $1 AND ${columnName(field)} = ANY ($2::text[]) ORDER BY happened_on, id`,
    [tx.org, ids],
  );
  return rows.map((row) => factIn(kind, row));
}

const factIn = (kind: Kind, row: Row): StoredFact => ({
  id: row.id,
  version: row.version,
  happenedOn: row.happened_on,
  fields: fieldsOfRow(kind, row),
});

/** How the history of each of these ids ends; an id without one was never used. */
export const versionsThere = (
  tx: Transaction,
  kind: Kind,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly version: number; readonly change: string }[]> =>
  tx.rows(
    `SELECT DISTINCT ON (id) id, version, change FROM fact_version
     WHERE org_id = $1 AND kind = $2 AND id = ANY ($3::text[]) ORDER BY id, version DESC`,
    [tx.org, kind.name, ids],
  );

export async function factVersions(
  tx: Transaction,
  kind: Kind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ id: string; version: number }>(
    `SELECT id, version FROM ${tableName(kind.name)} WHERE org_id = $1 AND id = ANY ($2::text[])`,
    [tx.org, ids],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** What facts said at the given versions. */
export async function versionFields(
  tx: Transaction,
  kind: Kind,
  versions: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, Fields>> {
  const rows = await tx.rows<{ id: string; fields: Fields }>(
    `SELECT past.id, past.fields FROM fact_version AS past
     JOIN jsonb_to_recordset($3::jsonb) AS wanted(id text, version int) ON wanted.id = past.id AND wanted.version = past.version
     WHERE past.org_id = $1 AND past.kind = $2 AND past.fields IS NOT NULL`,
    [tx.org, kind.name, JSON.stringify(versions)],
  );
  return new Map(rows.map(({ id, fields }) => [id, fields]));
}
