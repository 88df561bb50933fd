import type { Kind } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../platform/database/transaction.ts';
import { boundFrom, type Erasable, standIn } from './erasable.ts';
import { sortColumns, takeGrams } from './naming/name-store.ts';
import { namingOf } from './naming/named-kinds.ts';
import { placeSqlOf } from './place-sql.ts';
import { unreferred } from './unreferred.ts';

/** What may not be erased: persons, and facts of the kind. */
export type HeldBack = { readonly persons: readonly string[]; readonly facts: readonly string[] };

/** The last version is the erasure: nothing was recorded since. */
const erasedAlready = (kind: Kind): string => `EXISTS (SELECT FROM fact_version AS past
  WHERE past.org_id = fact.org_id AND past.kind = '${kind.name}' AND past.id = fact.id AND past.version = fact.version AND past.change = 'erase')`;

/** Facts whose bound was before the day and that are not held back. */
export async function dueFacts(
  tx: Transaction,
  erasable: Erasable,
  before: string,
  held: HeldBack,
  limit: number,
): Promise<string[]> {
  const { kind } = erasable;
  const { joins, person } = placeSqlOf(kind);
  const known = person !== 'NULL::text' && kind.name !== 'person';
  const who = known ? `\nLEFT JOIN fact_person AS who ON who.org_id = fact.org_id AND who.id = ${person}` : '';
  const rows = await tx.rows<{ id: string }>(
    `SELECT fact.id FROM ${tableName(kind.name)} AS fact${joins}${who}
     WHERE fact.org_id = $1 AND ${boundFrom(erasable, known ? 'who.left_on' : null)} < $2::date
       AND coalesce(${person} <> ALL ($3::text[]), true) AND fact.id <> ALL ($4::text[])
       AND NOT ${erasedAlready(kind)} ORDER BY fact.id LIMIT $5::int`,
    [tx.org, before, held.persons, held.facts, limit],
  );
  return rows.map(({ id }) => id);
}

export async function factsOfPerson(tx: Transaction, { kind }: Erasable, person: string): Promise<string[]> {
  const place = placeSqlOf(kind);
  if (place.person === 'NULL::text') return [];
  const rows = await tx.rows<{ id: string }>(
    `SELECT fact.id FROM ${tableName(kind.name)} AS fact${place.joins} WHERE fact.org_id = $1 AND ${place.person} = $2 ORDER BY fact.id`,
    [tx.org, person],
  );
  return rows.map(({ id }) => id);
}

export type ErasedRow = { readonly id: string; readonly version: number; readonly gone: boolean };

/** Takes rows away, or empties what they hold of a person where something refers to them. */
export async function eraseRows(
  tx: Transaction,
  { kind, wholeRow, personal }: Erasable,
  ids: readonly string[],
): Promise<ErasedRow[]> {
  const table = tableName(kind.name);
  const free = wholeRow ? await unreferred(tx, kind, ids) : [];
  const gone = await tx.rows<ErasedRow>(
    `DELETE FROM ${table} WHERE org_id = $1 AND id = ANY ($2::text[]) RETURNING id, version + 1 AS version, true AS gone`,
    [tx.org, free],
  );
  const happened = personal.includes(kind.happened) ? [`happened_on = date_trunc('year', happened_on)::date`] : [];
  // What a name is sorted and found by is the name.
  const sorted = namingOf(kind) === undefined ? [] : sortColumns.map((column) => `${column} = ''`);
  const sets = [...personal.map((name) => `${columnName(name)} = ${standIn(kind, name)}`), ...happened, ...sorted];
  const emptied = await tx.rows<ErasedRow>(
    `UPDATE ${table} SET ${[...sets, 'version = version + 1'].join(', ')}
     WHERE org_id = $1 AND id = ANY ($2::text[]) RETURNING id, version, false AS gone`,
    [tx.org, ids.filter((id) => !free.includes(id))],
  );
  await takeGrams(tx, kind, ids);
  return [...gone, ...emptied];
}

/** Empties what all versions of the facts said, and writes that they were erased. */
export async function eraseVersions(
  tx: Transaction,
  { kind, wholeRow, personal }: Erasable,
  erased: readonly Pick<ErasedRow, 'id' | 'version'>[],
  at: { readonly today: string; readonly now: Date; readonly account: string | null },
): Promise<void> {
  const ids = erased.map(({ id }) => id);
  await tx.count(
    `UPDATE fact_version SET fields = CASE WHEN $4 THEN NULL ELSE fields - $5::text[] END, reason = NULL,
       effective = CASE WHEN $4 THEN date_trunc('year', effective)::date ELSE effective END
     WHERE org_id = $1 AND kind = $2 AND id = ANY ($3::text[])`,
    [tx.org, kind.name, ids, wholeRow, personal],
  );
  await tx.count(
    `INSERT INTO fact_version (org_id, kind, id, version, change, effective, recorded_at, fields, reason, account)
     SELECT $1, $2, id, version, 'erase', $5::date, $6, NULL, NULL, $7
     FROM unnest($3::text[], $4::int[]) AS gone(id, version)`,
    [tx.org, kind.name, ids, erased.map(({ version }) => version), at.today, at.now, at.account],
  );
}

const notErased = `(array_agg(past.change ORDER BY past.version DESC))[1] <> 'erase'`;

/** Facts that were withdrawn and whose versions still say something, past the bound. */
export async function dueWithdrawn(
  tx: Transaction,
  { kind }: Erasable,
  before: string,
  held: HeldBack,
  limit: number,
): Promise<{ readonly id: string; readonly version: number }[]> {
  return tx.rows(
    `SELECT past.id, max(past.version) + 1 AS version FROM fact_version AS past
     WHERE past.org_id = $1 AND past.kind = $2 AND past.id <> ALL ($5::text[])
       AND NOT EXISTS (SELECT FROM ${tableName(kind.name)} AS fact WHERE fact.org_id = $1 AND fact.id = past.id)
     GROUP BY past.id
     HAVING ${notErased} AND max(past.effective) < $3::date
       AND coalesce(bool_and(past.fields ->> 'person' <> ALL ($4::text[])), true)
     ORDER BY past.id LIMIT $6::int`,
    [tx.org, kind.name, before, held.persons, held.facts, limit],
  );
}

/** Withdrawn facts that named the person. */
export async function withdrawnOfPerson(
  tx: Transaction,
  { kind }: Erasable,
  person: string,
): Promise<{ readonly id: string; readonly version: number }[]> {
  return tx.rows(
    `SELECT past.id, max(past.version) + 1 AS version FROM fact_version AS past
     WHERE past.org_id = $1 AND past.kind = $2
       AND NOT EXISTS (SELECT FROM ${tableName(kind.name)} AS fact WHERE fact.org_id = $1 AND fact.id = past.id)
     GROUP BY past.id
     HAVING ${notErased} AND bool_or(past.fields ->> 'person' = $3 OR past.id = $3) ORDER BY past.id`,
    [tx.org, kind.name, person],
  );
}
