import { type Tile, type TileBytes, tileWidth } from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Pending } from './append-store.ts';

export type Head = { readonly epoch: number; readonly size: number; readonly root: Uint8Array };

/** The head, held until the transaction ends; null when another sealer holds it or there is none. */
export const lockHead = (tx: Transaction): Promise<Head | null> =>
  tx.row<Head>('SELECT epoch, size, root FROM journal_head WHERE org_id = $1 FOR UPDATE SKIP LOCKED', [tx.org]);

/** Whether the log was begun by this. */
export const beginLog = async (tx: Transaction, { epoch, size, root }: Head): Promise<boolean> =>
  (await tx.count(
    'INSERT INTO journal_head (org_id, epoch, size, root) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [tx.org, epoch, size, root],
  )) === 1;

export const readHead = (tx: Transaction): Promise<Head | null> =>
  tx.row<Head>('SELECT epoch, size, root FROM journal_head WHERE org_id = $1', [tx.org]);

export const writeHead = (tx: Transaction, { epoch, size, root }: Head): Promise<number> =>
  tx.count('UPDATE journal_head SET epoch = $2, size = $3, root = $4 WHERE org_id = $1', [tx.org, epoch, size, root]);

export async function hasPending(tx: Transaction): Promise<boolean> {
  return (await tx.row('SELECT 1 AS one FROM journal_pending WHERE org_id = $1 LIMIT 1', [tx.org])) !== null;
}

/** When the oldest entry that waits was recorded; null when none waits. */
export const oldestPending = async (tx: Transaction): Promise<number | null> =>
  (await tx.row<{ at: number }>('SELECT at FROM journal_pending WHERE org_id = $1 ORDER BY at, id LIMIT 1', [tx.org]))
    ?.at ?? null;

/** Takes the oldest entries that have no leaf. */
export const takePending = (tx: Transaction, most: number): Promise<Pending[]> =>
  tx.rows<Pending>(
    `DELETE FROM journal_pending WHERE org_id = $1 AND (at, id) IN (
       SELECT at, id FROM journal_pending WHERE org_id = $1 ORDER BY at, id LIMIT $2::int)
     RETURNING at, entries, leaves`,
    [tx.org, most],
  );

export const insertLeaves = (tx: Transaction, { epoch, size }: Head, entries: readonly string[]): Promise<number> =>
  tx.count(
    `INSERT INTO journal_leaf (org_id, epoch, index, entry)
     SELECT $1, $2::int, $3::bigint + position - 1, entry FROM unnest($4::text[]) WITH ORDINALITY AS leaf(entry, position)`,
    [tx.org, epoch, size, entries],
  );

export const writeTiles = (tx: Transaction, epoch: number, tiles: readonly TileBytes[]): Promise<number> =>
  tx.count(
    `INSERT INTO journal_tile (org_id, epoch, level, index, bytes)
     SELECT $1, $2::int, * FROM unnest($3::int[], $4::bigint[], $5::bytea[])
     ON CONFLICT (org_id, epoch, level, index) DO UPDATE SET bytes = excluded.bytes`,
    [
      tx.org,
      epoch,
      tiles.map(({ tile }) => tile.level),
      tiles.map(({ tile }) => tile.index),
      tiles.map(({ bytes }) => bytes),
    ],
  );

export const insertCheckpoint = (
  tx: Transaction,
  { epoch, size }: Head,
  note: string,
  sealedAt: number,
): Promise<number> =>
  tx.count('INSERT INTO journal_checkpoint (org_id, epoch, size, note, sealed_at) VALUES ($1, $2, $3, $4, $5)', [
    tx.org,
    epoch,
    size,
    note,
    sealedAt,
  ]);

/** Tiles as they stand; the last of a level may have grown past the width asked for, of which it is the beginning. */
export async function readTiles(
  tx: Transaction,
  epoch: number,
  tiles: readonly Tile[],
): Promise<(tile: Tile) => Uint8Array | null> {
  const rows = await tx.rows<{ level: number; index: number; bytes: Buffer }>(
    `SELECT tile.level, tile.index, tile.bytes FROM unnest($3::int[], $4::bigint[]) AS wanted(level, index)
     JOIN journal_tile tile ON tile.org_id = $1 AND tile.epoch = $2::int
       AND tile.level = wanted.level AND tile.index = wanted.index`,
    [tx.org, epoch, tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
  );
  const found = new Map(rows.map(({ level, index, bytes }) => [`${level}/${index}`, new Uint8Array(bytes)]));
  return ({ level, index, width }) => {
    const bytes = found.get(`${level}/${index}`);
    if (bytes === undefined) return null;
    return width === tileWidth ? bytes : bytes.slice(0, width * 32);
  };
}
