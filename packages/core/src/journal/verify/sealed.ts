import { joined, sameBytes } from '../bytes/bytes.ts';
import { countOf, hashLength, type Sha256 } from '../sha256.ts';
import { emptyEdge, sealLeaves } from '../tiles/edge.ts';
import type { TileReader } from '../tiles/read-tiles.ts';
import { allTiles, type Tile, tileWidth } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tile-path.ts';
import { emptyFrontier, grow, rootOf } from '../tree/frontier.ts';
import type { Finding } from './finding.ts';

/** The roots a log of these leaves had at some sizes; none for sizes it never reached. */
export function rootsAt(sha: Sha256, leaves: Uint8Array, sizes: Iterable<number>): ReadonlyMap<number, Uint8Array> {
  const roots = new Map<number, Uint8Array>();
  let frontier = emptyFrontier;
  for (const size of [...new Set(sizes)].toSorted((a, b) => a - b)) {
    if (size > countOf(leaves)) break;
    ({ frontier } = grow(sha, frontier, leaves.subarray(frontier.size * hashLength, size * hashLength)));
    roots.set(size, rootOf(sha, frontier));
  }
  return roots;
}

/** The leaf hashes that the tiles of level 0 hold, as far as there are any. */
export function leavesInTiles(read: TileReader, size: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const tile of allTiles(size).filter(({ level }) => level === 0)) {
    const bytes = bytesOf(read, tile);
    if (bytes === null) break;
    parts.push(bytes);
  }
  return joined(...parts);
}

/** Whether each tile is the one these leaves give. */
export function checkTiles(sha: Sha256, read: TileReader, leaves: Uint8Array): Finding[] {
  return sealLeaves(sha, emptyEdge, leaves).tiles.flatMap(({ tile, bytes }): Finding[] => {
    const stored = bytesOf(read, tile);
    if (stored !== null && sameBytes(stored, bytes)) return [];
    const code = stored === null ? 'tile-missing' : 'tile-wrong';
    const index = tile.index * tileWidth ** (Number(tile.level) + 1);
    return [{ code, index, day: null, detail: { path: tilePath(tile) } }];
  });
}

/** A full tile may have taken the place of the partial one. */
function bytesOf(read: TileReader, tile: Tile): Uint8Array | null {
  const length = tile.width * hashLength;
  const bytes = read(tile) ?? read({ ...tile, width: tileWidth });
  return bytes === null || bytes.length < length ? null : bytes.subarray(0, length);
}
