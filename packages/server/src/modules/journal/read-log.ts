import type { TilesReader } from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readTiles } from './seal-store.ts';

/** How far a log goes, as one statement saw it: what is sealed meanwhile lies behind, and what was sealed does not change. */
export type LogExtent = {
  /** Entries under the last checkpoint. */
  readonly signed: number;
  /** As far as anything says that there are entries: the last checkpoint, or leaves past it. */
  readonly size: number;
};

/** Read at once: a few hundred kilobytes. */
const page = 2048;
const tilesAtOnce = 256;

/** The epochs of an organisation's log, oldest first. */
export async function readEpochs(tx: Transaction): Promise<number[]> {
  const rows = await tx.rows<{ epoch: number }>(
    `SELECT DISTINCT epoch FROM journal_checkpoint WHERE org_id = $1
     UNION SELECT epoch FROM journal_head WHERE org_id = $1 AND size > 0 ORDER BY epoch`,
    [tx.org],
  );
  return rows.map(({ epoch }) => epoch);
}

export async function readExtent(tx: Transaction, epoch: number): Promise<LogExtent> {
  const row = await tx.row<{ signed: number | null; leaves: number | null }>(
    `SELECT (SELECT max(size) FROM journal_checkpoint WHERE org_id = $1 AND epoch = $2::int) AS signed,
       (SELECT max(index) + 1 FROM journal_leaf WHERE org_id = $1 AND epoch = $2::int) AS leaves`,
    [tx.org, epoch],
  );
  const signed = row?.signed ?? 0;
  return { signed, size: Math.max(signed, row?.leaves ?? 0) };
}

export type StoredCheckpoint = { readonly size: number; readonly note: string };

/** Signed notes by size, with what witnesses put under them. */
export async function* checkpointPages(
  tx: Transaction,
  epoch: number,
  { signed }: LogExtent,
): AsyncGenerator<readonly StoredCheckpoint[]> {
  for (let after = -1; ; ) {
    const rows = await tx.rows<StoredCheckpoint>(
      `SELECT size, note || coalesce((SELECT string_agg(line, '' ORDER BY witness) FROM journal_cosignature cosigned
         WHERE cosigned.org_id = $1 AND cosigned.epoch = $2::int AND cosigned.size = signed.size), '') AS note
       FROM journal_checkpoint signed
       WHERE org_id = $1 AND epoch = $2::int AND size > $3::bigint AND size <= $4::bigint ORDER BY size LIMIT $5::int`,
      [tx.org, epoch, after, signed, page],
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = last.size;
  }
}

/** Entries in their order; null where a leaf has no entry, or an index no leaf. Each page but the last is a whole number of bundles. */
export async function* entryPages(
  tx: Transaction,
  epoch: number,
  size: number,
): AsyncGenerator<readonly (Uint8Array | null)[]> {
  for (let from = 0; from < size; from += page) {
    const rows = await tx.rows<{ index: number; body: Buffer | null }>(
      `SELECT leaf.index, entry.body FROM journal_leaf leaf
       LEFT JOIN journal_entry entry ON entry.org_id = $1 AND entry.id = leaf.entry
       WHERE leaf.org_id = $1 AND leaf.epoch = $2::int AND leaf.index >= $3 AND leaf.index < $3::bigint + $4::int`,
      [tx.org, epoch, from, page],
    );
    const entries = Array.from({ length: Math.min(page, size - from) }, (): Uint8Array | null => null);
    for (const { index, body } of rows) if (index < size) entries[index - from] = body;
    yield entries;
  }
}

/** Tiles as they are asked for, so many at once; the stored one of an edge may be longer, of which what is asked for is the beginning. */
export const tilesOf =
  (tx: Transaction, epoch: number): TilesReader =>
  async (tiles) => {
    const found: (Uint8Array | null)[] = [];
    for (let from = 0; from < tiles.length; from += tilesAtOnce) {
      const some = tiles.slice(from, from + tilesAtOnce);
      const read = await readTiles(tx, epoch, some);
      found.push(...some.map(read));
    }
    return found;
  };
