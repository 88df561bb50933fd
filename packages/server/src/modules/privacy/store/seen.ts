import type { Transaction } from '../../../platform/database/transaction.ts';

export async function insertSeen(
  tx: Transaction,
  persons: readonly string[],
  { day, query, viewer }: { readonly day: string; readonly query: string; readonly viewer: string },
): Promise<void> {
  await tx.count(
    `INSERT INTO seen (org_id, person, day, query, viewer)
     SELECT $1, person, $3, $4, $5 FROM unnest($2::text[]) AS shown(person) ORDER BY person COLLATE "C"
     ON CONFLICT DO NOTHING`,
    [tx.org, [...new Set(persons)], day, query, viewer],
  );
}

export type Sight = { readonly day: string; readonly query: string; readonly viewer: string };

/** Newest first; one more than asked for, to know whether there is another page. */
export async function listSeen(tx: Transaction, person: string, after: Sight | null, limit: number): Promise<Sight[]> {
  return tx.rows<Sight>(
    `SELECT day, query, viewer FROM seen
     WHERE org_id = $1 AND person = $2 AND ($3::date IS NULL OR (day, query, viewer) < ($3::date, $4::text COLLATE "C", $5::text COLLATE "C"))
     ORDER BY day DESC, query DESC, viewer DESC LIMIT $6::int`,
    [tx.org, person, after?.day ?? null, after?.query ?? '', after?.viewer ?? '', limit + 1],
  );
}
