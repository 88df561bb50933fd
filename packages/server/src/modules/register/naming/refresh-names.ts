import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tableName } from '@sallyport/core/feel';
import type { ClientBase } from 'pg';
import { gramsOf } from './grams.ts';
import { allNamings, type Naming } from './named-kinds.ts';
import { surnames } from './surnames.ts';

/** Raised when keys or grams are made otherwise of the same table. */
const made = 1;

const chunk = 5000;

function currentHash(): string {
  const order = readFileSync(new URL('./han-order.txt', import.meta.url));
  return createHash('sha256')
    .update(order)
    .update(JSON.stringify([made, surnames, allNamings().map(({ kind, column }) => [kind.name, column])]))
    .digest('hex');
}

/**
 * Sort keys and grams follow the program and not a migration, as SQL has no table of readings: they are made again, for every organisation, when
 * the table is another one or a migration has just made the columns. All or nothing; a start that was cut off begins anew.
 */
export async function refreshNames(owner: ClientBase): Promise<void> {
  const hash = JSON.stringify(currentHash());
  await owner.query('BEGIN');
  try {
    await owner.query('LOCK TABLE installation IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await owner.query<{ value: string }>(
      `SELECT value::text AS value FROM installation WHERE name = 'names'`,
    );
    if (rows[0]?.value !== hash) {
      await owner.query('DELETE FROM search_gram');
      for (const naming of allNamings()) await refreshKind(owner, naming);
      await owner.query(
        `INSERT INTO installation (name, value) VALUES ('names', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        [hash],
      );
    }
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

type Row = { readonly org: string; readonly id: string; readonly name: string };

async function refreshKind(owner: ClientBase, { kind, column, sorted }: Naming): Promise<void> {
  const table = tableName(kind.name);
  let [org, id] = ['', ''];
  for (;;) {
    const { rows } = await owner.query<Row>(
      `SELECT org_id AS org, id, ${column} AS name FROM ${table} WHERE (org_id, id) > ($1, $2) ORDER BY org_id, id LIMIT ${chunk}`,
      [org, id],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    [org, id] = [last.org, last.id];
    const keys = rows.map(({ name }) => sorted(name));
    const columns = [rows.map((row) => row.org), rows.map((row) => row.id)];
    await owner.query(
      `UPDATE ${table} AS fact SET sort_zh = made.zh, sort_en = made.en
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS made(org_id, id, zh, en)
       WHERE fact.org_id = made.org_id AND fact.id = made.id AND (fact.sort_zh, fact.sort_en) IS DISTINCT FROM (made.zh, made.en)`,
      [...columns, keys.map(({ zh }) => zh), keys.map(({ en }) => en)],
    );
    const grams = rows.flatMap((row) => gramsOf(row.name).map((gram) => ({ ...row, gram })));
    await owner.query(
      `INSERT INTO search_gram (org_id, gram, kind, id)
       SELECT org_id, gram, $4, id FROM unnest($1::text[], $2::text[], $3::text[]) AS found(org_id, id, gram)`,
      [grams.map((each) => each.org), grams.map((each) => each.id), grams.map(({ gram }) => gram), kind.name],
    );
  }
}
