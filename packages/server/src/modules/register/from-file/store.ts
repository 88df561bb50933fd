import type { Kind } from '@sallyport/core/facts';
import type { Transaction } from '../../../platform/database/transaction.ts';

/** Facts that the personnel office keeps. */
export const heldKinds: ReadonlySet<string> = new Set(['person', 'assignment']);

export type HeldField = { readonly field: string; readonly day: string; readonly taken: boolean };

/** The fields of a fact that a personnel file keeps, with the day of the last file that said so. */
export async function heldFields(tx: Transaction, kind: Kind, fact: string): Promise<HeldField[]> {
  if (!heldKinds.has(kind.name)) return [];
  const rows = await tx.rows<HeldField>(
    `SELECT said.field, max(held.said_on) AS day, EXISTS (SELECT FROM taken_over AS taken WHERE taken.org_id = $1
       AND taken.kind = $2 AND taken.fact = $3 AND taken.field = said.field) AS taken
     FROM held_from_file AS held CROSS JOIN LATERAL unnest(held.fields) AS said(field)
     WHERE held.org_id = $1 AND held.kind = $2 AND held.fact = $3 GROUP BY said.field`,
    [tx.org, kind.name, fact],
  );
  const order = Object.keys(kind.fields);
  return rows.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

export const takenOver = (
  tx: Transaction,
  kind: Kind,
  facts: readonly string[],
): Promise<{ readonly fact: string; readonly field: string }[]> =>
  tx.rows('SELECT fact, field FROM taken_over WHERE org_id = $1 AND kind = $2 AND fact = ANY ($3::text[])', [
    tx.org,
    kind.name,
    facts,
  ]);

type Taken = { readonly person: string | null; readonly reason: string; readonly account: string | null };

export const insertTaken = (
  tx: Transaction,
  kind: Kind,
  fact: string,
  fields: readonly string[],
  { person, reason, account }: Taken,
  at: Date,
): Promise<number> =>
  tx.count(
    `INSERT INTO taken_over (org_id, kind, fact, field, person, reason, account, taken_at)
     SELECT $1, $2, $3, field, $5, $6, $7, $8 FROM unnest($4::text[]) AS wanted(field)`,
    [tx.org, kind.name, fact, fields, person, reason, account, at],
  );

export const deleteTaken = (tx: Transaction, kind: Kind, fact: string, fields: readonly string[]): Promise<number> =>
  tx.count('DELETE FROM taken_over WHERE org_id = $1 AND kind = $2 AND fact = $3 AND field = ANY ($4::text[])', [
    tx.org,
    kind.name,
    fact,
    fields,
  ]);

type Said = {
  readonly kind: string;
  readonly fact: string;
  readonly person: string | null;
  readonly fields: readonly string[];
};

/** What an older file said goes when this one says it as well and the older import can no longer be undone. */
export async function insertHeld(tx: Transaction, run: string, day: string, facts: readonly Said[]): Promise<number> {
  const given = `jsonb_to_recordset($2::jsonb) AS given(kind text, fact text, person text, fields text[])`;
  const said = JSON.stringify(facts);
  await tx.count(
    `DELETE FROM held_from_file AS old USING ${given} WHERE old.org_id = $1 AND old.kind = given.kind AND old.fact = given.fact
       AND old.said_on < $3::date - 31 AND old.fields <@ given.fields`,
    [tx.org, said, day],
  );
  return tx.count(
    `INSERT INTO held_from_file (org_id, kind, fact, import, fields, person, said_on)
     SELECT $1, kind, fact, $4, fields, person, $3::date FROM ${given} ON CONFLICT DO NOTHING`,
    [tx.org, said, day, run],
  );
}

export const deleteHeldBy = (tx: Transaction, run: string): Promise<number> =>
  tx.count('DELETE FROM held_from_file WHERE org_id = $1 AND import = $2', [tx.org, run]);

/** A fact that is no more keeps nothing; what a file says of it later is said anew. */
export async function deleteHeldOf(tx: Transaction, kind: Kind, fact: string): Promise<void> {
  if (!heldKinds.has(kind.name)) return;
  await tx.count('DELETE FROM held_from_file WHERE org_id = $1 AND kind = $2 AND fact = $3', [tx.org, kind.name, fact]);
  await tx.count('DELETE FROM taken_over WHERE org_id = $1 AND kind = $2 AND fact = $3', [tx.org, kind.name, fact]);
}
