import { joined, sameBytes } from '../bytes/bytes.ts';
import { countOf, hashLength, type Sha256 } from '../sha256.ts';
import { type Edge, emptyEdge, sealLeaves, type TileBytes } from '../tiles/edge.ts';
import { type Tile, tileWidth } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tile-path.ts';
import { emptyFrontier, grow, rootOf } from '../tree/frontier.ts';
import type { Finding } from './finding.ts';

/** The bytes of many tiles at once, each as far as it goes; null where there is none. A full tile may stand for a partial one. */
export type TilesReader = (tiles: readonly Tile[]) => Promise<readonly (Uint8Array | null)[]>;

/** Leaves worked on at once: a whole number of full tiles on two levels. */
const atOnce = tileWidth ** 2;

/** The roots a log of these leaves had at some sizes; none for sizes it never reached. */
export function rootsAt(sha: Sha256, leaves: Uint8Array, sizes: Iterable<number>): ReadonlyMap<number, Uint8Array> {
  const roots = new Map<number, Uint8Array>();
  let frontier = emptyFrontier;
  for (const size of [...new Set(sizes)].toSorted((a, b) => a - b)) {
    if (size > countOf(leaves)) break;
    while (frontier.size < size) {
      const until = Math.min(size, frontier.size + atOnce);
      ({ frontier } = grow(sha, frontier, leaves.subarray(frontier.size * hashLength, until * hashLength)));
    }
    roots.set(size, rootOf(sha, frontier));
  }
  return roots;
}

/** The leaf hashes that the tiles of level 0 hold, as far as there are any. */
export async function leavesInTiles(read: TilesReader, size: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < size; from += atOnce) {
    const tiles: Tile[] = [];
    for (let at = from; at < Math.min(size, from + atOnce); at += tileWidth)
      tiles.push({ level: 0, index: at / tileWidth, width: Math.min(tileWidth, size - at) });
    for (const bytes of await readCut(read, tiles)) {
      if (bytes === null) return joined(...parts);
      parts.push(bytes);
    }
  }
  return joined(...parts);
}

/** Whether each tile is the one these leaves give. */
export async function checkTiles(sha: Sha256, read: TilesReader, leaves: Uint8Array): Promise<Finding[]> {
  const findings: Finding[] = [];
  let edge: Edge = emptyEdge;
  for (let from = 0; from < leaves.length; from += atOnce * hashLength) {
    const until = from + atOnce * hashLength;
    const sealed = sealLeaves(sha, edge, leaves.subarray(from, until));
    ({ edge } = sealed);
    // A partial tile of a log that goes on is the beginning of a later one.
    const given = until >= leaves.length ? sealed.tiles : sealed.tiles.filter(({ tile }) => tile.width === tileWidth);
    findings.push(...(await differences(read, given)));
  }
  return findings;
}

async function differences(read: TilesReader, given: readonly TileBytes[]): Promise<Finding[]> {
  const stored = await readCut(
    read,
    given.map(({ tile }) => tile),
  );
  return given.flatMap(({ tile, bytes }, n): Finding[] => {
    const found = stored[n] ?? null;
    if (found !== null && sameBytes(found, bytes)) return [];
    const code = found === null ? 'tile-missing' : 'tile-wrong';
    const index = tile.index * tileWidth ** (Number(tile.level) + 1);
    return [{ code, index, day: null, detail: { path: tilePath(tile) } }];
  });
}

async function readCut(read: TilesReader, tiles: readonly Tile[]): Promise<(Uint8Array | null)[]> {
  const found = await read(tiles);
  return tiles.map(({ width }, n) => {
    const bytes = found[n] ?? null;
    return bytes === null || bytes.length < width * hashLength ? null : bytes.subarray(0, width * hashLength);
  });
}
