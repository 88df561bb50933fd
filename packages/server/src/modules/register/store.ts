import type { Place, Scope } from '@sallyport/core/access';
import type { Cell, Kind } from '@sallyport/core/facts';
import { tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../platform/database/transaction.ts';
import { columnsOf, type Fields, fieldsOfRow, storedValues } from './fact-columns.ts';
import type { Sought } from './lists/sought.ts';
import { sortCellsOf, takeGrams, writeGrams } from './naming/name-store.ts';
import { namingOf } from './naming/named-kinds.ts';
import { placeSqlOf } from './place-sql.ts';

/** The only SQL of the room. Table and column names come from the vocabulary alone; every value is a parameter. */

export type StoredFact = {
  readonly id: string;
  readonly version: number;
  readonly happenedOn: string;
  readonly fields: Fields;
};
type Row = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly version: number;
  readonly happened_on: string;
  readonly place_person: string | null;
  readonly place_unit: string | null;
};

const placed = (kind: Kind): string => {
  const { joins, person, unit } = placeSqlOf(kind);
  return `SELECT fact.*, ${person} AS place_person, ${unit} AS place_unit FROM ${tableName(kind.name)} fact${joins}`;
};

const factOf = (kind: Kind, row: Row): StoredFact => ({
  id: row.id,
  version: row.version,
  happenedOn: row.happened_on,
  fields: fieldsOfRow(kind, row),
});

export type Placed = { readonly fact: StoredFact; readonly place: Place };

export async function findFact(tx: Transaction, kind: Kind, id: string): Promise<Placed | null> {
  const row = await tx.row<Row>(`${placed(kind)} WHERE fact.org_id = $1 AND fact.id = $2`, [tx.org, id]);
  return row === null ? null : { fact: factOf(kind, row), place: { person: row.place_person, unit: row.place_unit } };
}

/** The row itself, held until the transaction ends: two corrections of one fact come one after the other. */
export async function lockFact(tx: Transaction, kind: Kind, id: string): Promise<StoredFact | null> {
  const row = await tx.row<Row>(`SELECT * FROM ${tableName(kind.name)} WHERE org_id = $1 AND id = $2 FOR UPDATE`, [
    tx.org,
    id,
  ]);
  return row === null ? null : factOf(kind, row);
}

/** Whether the row was new. */
export async function insertFact(
  tx: Transaction,
  kind: Kind,
  id: string,
  version: number,
  cells: ReadonlyMap<string, Cell>,
  happenedOn: string,
  recordedAt: Date,
): Promise<boolean> {
  const sorted = sortCellsOf(kind, cells);
  const columns = ['org_id', 'id', 'version', ...columnsOf(kind), ...sorted.columns, 'happened_on', 'recorded_at'];
  const values = [tx.org, id, version, ...storedValues(kind, cells), ...sorted.values, happenedOn, recordedAt];
  const inserted = await tx.count(
    `INSERT INTO ${tableName(kind.name)} (${columns.join(', ')}) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})
     ON CONFLICT (org_id, id) DO NOTHING`,
    values,
  );
  if (inserted === 1) await writeGrams(tx, kind, id, cells);
  return inserted === 1;
}

export async function updateFact(
  tx: Transaction,
  kind: Kind,
  id: string,
  version: number,
  cells: ReadonlyMap<string, Cell>,
  happenedOn: string,
): Promise<void> {
  const sorted = sortCellsOf(kind, cells);
  const columns = [...columnsOf(kind), ...sorted.columns, 'happened_on', 'version'];
  const values = [tx.org, id, ...storedValues(kind, cells), ...sorted.values, happenedOn, version];
  await tx.count(
    `UPDATE ${tableName(kind.name)} SET ${columns.map((column, at) => `${column} = $${at + 3}`).join(', ')}
     WHERE org_id = $1 AND id = $2`,
    values,
  );
  await writeGrams(tx, kind, id, cells);
}

export async function deleteFact(tx: Transaction, kind: Kind, id: string): Promise<void> {
  await tx.count(`DELETE FROM ${tableName(kind.name)} WHERE org_id = $1 AND id = $2`, [tx.org, id]);
  await takeGrams(tx, kind, [id]);
}

export type Version = {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly change: 'record' | 'correct' | 'withdraw' | 'erase';
  readonly effective: string;
  readonly recordedAt: Date;
  readonly fields: Fields | null;
  readonly reason: string | null;
  readonly account: string | null;
};

export async function insertVersion(tx: Transaction, one: Version): Promise<void> {
  await tx.count(
    `INSERT INTO fact_version (org_id, kind, id, version, change, effective, recorded_at, fields, reason, account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.org,
      one.kind,
      one.id,
      one.version,
      one.change,
      one.effective,
      one.recordedAt,
      one.fields === null ? null : JSON.stringify(one.fields),
      one.reason,
      one.account,
    ],
  );
}

export async function findVersions(tx: Transaction, kind: Kind, id: string): Promise<Version[]> {
  return tx.rows<Version>(
    `SELECT kind, id, version, change, effective, recorded_at AS "recordedAt", fields, reason, account
     FROM fact_version WHERE org_id = $1 AND kind = $2 AND id = $3 ORDER BY version`,
    [tx.org, kind.name, id],
  );
}

/** Whether a fact was ever recorded under the id. */
export async function hasVersions(tx: Transaction, kind: Kind, id: string): Promise<boolean> {
  const row = await tx.row('SELECT 1 AS one FROM fact_version WHERE org_id = $1 AND kind = $2 AND id = $3 LIMIT 1', [
    tx.org,
    kind.name,
    id,
  ]);
  return row !== null;
}

/** How the history of an id ends. */
export const lastVersion = (
  tx: Transaction,
  kind: Kind,
  id: string,
): Promise<Pick<Version, 'version' | 'change'> | null> =>
  tx.row(
    'SELECT version, change FROM fact_version WHERE org_id = $1 AND kind = $2 AND id = $3 ORDER BY version DESC LIMIT 1',
    [tx.org, kind.name, id],
  );

/** The ids among the given ones that name no fact of the kind. */
export async function missingIds(tx: Transaction, kind: Kind, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `SELECT id FROM unnest($2::text[]) AS wanted(id)
     WHERE NOT EXISTS (SELECT FROM ${tableName(kind.name)} fact WHERE fact.org_id = $1 AND fact.id = wanted.id)`,
    [tx.org, ids],
  );
  return rows.map(({ id }) => id);
}

/** Whether any fact of a kind refers to this one by the given column. */
export async function isReferredTo(tx: Transaction, kind: Kind, column: string, id: string): Promise<boolean> {
  const row = await tx.row(
    `SELECT 1 AS one FROM ${tableName(kind.name)} WHERE org_id = $1 AND ${column} = $2 LIMIT 1`,
    [tx.org, id],
  );
  return row !== null;
}

export type Page = {
  readonly column: string | null;
  readonly to: string | null;
  readonly sought: Sought | null;
  readonly after: { readonly happenedOn: string; readonly id: string } | null;
  readonly limit: number;
};

/** Newest first; one more than asked for, to know whether there is another page. */
export async function listFacts(tx: Transaction, kind: Kind, scope: Scope, page: Page): Promise<Placed[]> {
  const { person, unit } = placeSqlOf(kind);
  const values: unknown[] = [tx.org];
  const param = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['fact.org_id = $1'];
  if (!scope.whole)
    conditions.push(`(${unit} = ANY (${param([...scope.units])}::text[]) OR ${person} = ${param(scope.person)}::text)`);
  if (page.column !== null) conditions.push(`fact.${page.column} = ${param(page.to)}`);
  if (page.sought !== null) {
    const { ids, people, number } = page.sought;
    const [from, to] = [param(number), param(`${number}\u{10FFFF}`)];
    conditions.push(
      `(fact.id = ANY (${param(ids)}::text[]) OR ${person} = ANY (${param(people)}::text[]) OR (fact.id >= ${from}::text COLLATE "C" AND fact.id < ${to}::text COLLATE "C"))`,
    );
  }
  if (page.after !== null)
    conditions.push(
      `(fact.happened_on, fact.id) < (${param(page.after.happenedOn)}::date, ${param(page.after.id)}::text COLLATE "C")`,
    );
  const rows = await tx.rows<Row>(
    `${placed(kind)} WHERE ${conditions.join(' AND ')}
     ORDER BY fact.happened_on DESC, fact.id DESC LIMIT ${param(page.limit + 1)}::int`,
    values,
  );
  return rows.map((row) => ({
    fact: factOf(kind, row),
    place: { person: row.place_person, unit: row.place_unit },
  }));
}

/** Names of those within the scope, by their keys. */
export function findNames(
  tx: Transaction,
  kind: Kind,
  scope: Scope,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { joins, person, unit } = placeSqlOf(kind);
  const reach = scope.whole ? '' : ` AND (${unit} = ANY ($3::text[]) OR ${person} = $4::text)`;
  const values = scope.whole ? [tx.org, ids] : [tx.org, ids, [...scope.units], scope.person];
  return tx.rows(
    `SELECT fact.id, fact.${namingOf(kind)?.column ?? ('name' in kind.fields ? 'name' : 'id')} AS name FROM ${tableName(kind.name)} fact${joins} WHERE fact.org_id = $1 AND fact.id = ANY ($2::text[])${reach} ORDER BY fact.id`,
    values,
  );
}

export async function allFacts(tx: Transaction, kind: Kind): Promise<StoredFact[]> {
  const rows = await tx.rows<Row>(`SELECT * FROM ${tableName(kind.name)} WHERE org_id = $1 ORDER BY id`, [tx.org]);
  return rows.map((row) => factOf(kind, row));
}

/** Facts ever recorded: an upper bound of those that are there, read from one index. */
export async function countFacts(tx: Transaction): Promise<number> {
  const row = await tx.row<{ count: number }>(
    "SELECT count(*) AS count FROM fact_version WHERE org_id = $1 AND change = 'record'",
    [tx.org],
  );
  return row?.count ?? 0;
}
