import { type Tile, type TileReader, tileWidth } from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A log as the database holds it, whole. What was sealed does not change, so that several statements see one log. */
export type StoredLog = {
  readonly size: number;
  /** In their order; null where a leaf has no entry, or an index no leaf. */
  readonly entries: readonly (Uint8Array | null)[];
  readonly tiles: TileReader;
  /** Signed notes by size, with what witnesses put under them. */
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[];
};

const page = 2000;

/** The epochs of an organisation's log, oldest first. */
export async function readEpochs(tx: Transaction): Promise<number[]> {
  const rows = await tx.rows<{ epoch: number }>(
    `SELECT DISTINCT epoch FROM journal_checkpoint WHERE org_id = $1
     UNION SELECT epoch FROM journal_head WHERE org_id = $1 AND size > 0 ORDER BY epoch`,
    [tx.org],
  );
  return rows.map(({ epoch }) => epoch);
}

export async function readLog(tx: Transaction, epoch: number): Promise<StoredLog> {
  const checkpoints = await readCheckpoints(tx, epoch);
  const size = await sizeOf(tx, epoch, checkpoints.at(-1)?.size ?? 0);
  return { size, entries: await readEntries(tx, epoch, size), tiles: await tilesOf(tx, epoch), checkpoints };
}

async function readCheckpoints(tx: Transaction, epoch: number): Promise<{ size: number; note: string }[]> {
  return tx.rows(
    `SELECT size, note || coalesce((SELECT string_agg(line, '' ORDER BY witness) FROM journal_cosignature cosigned
       WHERE cosigned.org_id = $1 AND cosigned.epoch = $2::int AND cosigned.size = signed.size), '') AS note
     FROM journal_checkpoint signed WHERE org_id = $1 AND epoch = $2::int ORDER BY size`,
    [tx.org, epoch],
  );
}

/** As far as anything says that there are entries: the last checkpoint, or leaves past it. */
async function sizeOf(tx: Transaction, epoch: number, signed: number): Promise<number> {
  const row = await tx.row<{ size: number | null }>(
    'SELECT max(index) + 1 AS size FROM journal_leaf WHERE org_id = $1 AND epoch = $2::int',
    [tx.org, epoch],
  );
  return Math.max(signed, row?.size ?? 0);
}

async function readEntries(tx: Transaction, epoch: number, size: number): Promise<(Uint8Array | null)[]> {
  const entries = Array.from({ length: size }, (): Uint8Array | null => null);
  for (let from = 0; from < size; from += page) {
    const rows = await tx.rows<{ index: number; body: Buffer | null }>(
      `SELECT leaf.index, entry.body FROM journal_leaf leaf
       LEFT JOIN journal_entry entry ON entry.org_id = $1 AND entry.id = leaf.entry
       WHERE leaf.org_id = $1 AND leaf.epoch = $2::int AND leaf.index >= $3 AND leaf.index < $3::bigint + $4::int`,
      [tx.org, epoch, from, page],
    );
    for (const { index, body } of rows) if (index < size) entries[index] = body;
  }
  return entries;
}

async function tilesOf(tx: Transaction, epoch: number): Promise<TileReader> {
  const tiles = new Map<string, Uint8Array>();
  for (let after: readonly [number, number] = [-1, 0]; ; ) {
    const rows = await tx.rows<{ level: number; index: number; bytes: Buffer }>(
      `SELECT level, index, bytes FROM journal_tile
       WHERE org_id = $1 AND epoch = $2::int AND (level, index) > ($3::int, $4::bigint) ORDER BY level, index LIMIT $5`,
      [tx.org, epoch, ...after, page],
    );
    for (const { level, index, bytes } of rows) tiles.set(`${level}/${index}`, bytes);
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) break;
    after = [last.level, last.index];
  }
  return ({ level, index, width }: Tile) => {
    const bytes = tiles.get(`${level}/${index}`);
    return bytes === undefined || width === tileWidth ? (bytes ?? null) : bytes.subarray(0, width * 32);
  };
}
