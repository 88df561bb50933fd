import { JournalError } from '../journal-error.ts';
import { hashLength, type Sha256 } from '../sha256.ts';
import { emptyFrontier, grow, rootOf } from '../tree/frontier.ts';
import { consistencyRanges, inclusionRanges, type NodeReader } from '../tree/prove.ts';
import { type Node, nodesOf, type Range } from '../tree/ranges.ts';
import { countAt, type Tile, tileHeight, tileWidth } from './tile.ts';

/** The bytes of a tile, or null where there is none. */
export type TileReader = (tile: Tile) => Uint8Array | null;

/** The tiles to fetch for proving inclusion: at most one or two a level, so log256 n of them. */
export const inclusionTiles = (index: number, size: number): Tile[] => tilesOf(inclusionRanges(index, size), size);

export const consistencyTiles = (old: number, size: number): Tile[] => tilesOf(consistencyRanges(old, size), size);

/** The tiles that hold the root of a tree. */
export const rootTiles = (size: number): Tile[] => tilesOf([{ from: 0, until: size }], size);

function tilesOf(ranges: readonly Range[], size: number): Tile[] {
  const tiles = ranges.flatMap(nodesOf).map((node) => tileOf(node, size));
  return [...new Map(tiles.map((tile) => [`${tile.level}/${tile.index}`, tile])).values()];
}

/** The tile of a tree of `size` in which a node lies. */
function tileOf({ level, index }: Node, size: number): Tile {
  const at = Math.floor(level / tileHeight);
  const tile = Math.floor((index * 2 ** (level % tileHeight)) / tileWidth);
  return { level: at, index: tile, width: Math.min(tileWidth, countAt(at, size) - tile * tileWidth) };
}

/** Reads nodes out of the tiles of a tree of `size`. A full tile may stand for a partial one that has since been removed. */
export function nodesFromTiles(sha: Sha256, read: TileReader, size: number): NodeReader {
  return (node) => {
    const tile = tileOf(node, size);
    const bytes = read(tile) ?? read({ ...tile, width: tileWidth });
    const height = node.level % tileHeight;
    const from = (node.index * 2 ** height - tile.index * tileWidth) * hashLength;
    const until = from + 2 ** height * hashLength;
    if (bytes === null || bytes.length < until) throw new JournalError('tile-missing');
    return rootOf(sha, grow(sha, emptyFrontier, bytes.subarray(from, until)).frontier);
  };
}
