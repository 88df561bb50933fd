import { isSize } from '../bytes/bytes.ts';
import { JournalError } from '../journal-error.ts';

/** C2SP tlog-tiles: 256 hashes, eight levels of the tree. */
export const tileWidth = 256;
export const tileHeight = 8;

/** Tile `index` of a tile level: `width` hashes of tree level 8 × `level`. Level `entries` is the bundle of entries themselves. */
export type Tile = { readonly level: number | 'entries'; readonly index: number; readonly width: number };

/** How many hashes of a tile level a tree of `size` has: only complete subtrees are there. */
export const countAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level);

/**
 * The tiles that change when a tree grows from `old` to `size`: full ones, and at most one partial one a level, which is the edge.
 * The partial ones of sizes in between are never written: no checkpoint speaks of them.
 */
export function changedTiles(old: number, size: number): Tile[] {
  if (!isSize(old) || !isSize(size) || old > size) throw new JournalError('out-of-range');
  const tiles: Tile[] = [];
  for (let level = 0; countAt(level, size) > 0; level++) tiles.push(...changedAt(level, old, size));
  return tiles;
}

/** The bundles of entries that change likewise. */
export const changedBundles = (old: number, size: number): Tile[] =>
  changedAt(0, old, size).map((tile) => ({ ...tile, level: 'entries' as const }));

function changedAt(level: number, old: number, size: number): Tile[] {
  const tiles: Tile[] = [];
  const count = countAt(level, size);
  let from = countAt(level, old);
  while (from < count) {
    const index = Math.floor(from / tileWidth);
    const until = Math.min((index + 1) * tileWidth, count);
    tiles.push({ level, index, width: until - index * tileWidth });
    from = until;
  }
  return tiles;
}

/** All tiles of a tree, and nothing of its past. */
export const allTiles = (size: number): Tile[] => changedTiles(0, size);

/** The partial tiles of the right edge: what a sealer reads to go on. */
export function edgeTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; countAt(level, size) > 0; level++) {
    const count = countAt(level, size);
    const width = count % tileWidth;
    if (width > 0) tiles.push({ level, index: Math.floor(count / tileWidth), width });
  }
  return tiles;
}
