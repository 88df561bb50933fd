import { joined } from '../bytes/bytes.ts';
import { JournalError } from '../journal-error.ts';
import { countOf, hashLength, type Sha256 } from '../sha256.ts';
import { emptyFrontier, type Frontier, grow, rootOf } from '../tree/frontier.ts';
import { edgeTiles, type Tile, tileHeight, tileWidth } from './tile.ts';

/** The right edge of a tiled log: its partial tiles, and the frontier they hold. All a sealer needs; log256 n tiles. */
export type Edge = { readonly frontier: Frontier; readonly partial: readonly Uint8Array[] };

export const emptyEdge: Edge = { frontier: emptyFrontier, partial: [] };

export type TileBytes = { readonly tile: Tile; readonly bytes: Uint8Array };

export type SealedLeaves = {
  readonly edge: Edge;
  readonly root: Uint8Array;
  /** Full tiles and the changed edge, to be written; what was written before never changes. */
  readonly tiles: readonly TileBytes[];
};

/** Takes up a log where it stands. The tiles are believed: check `rootOf` against the last checkpoint before going on from them. */
export function openEdge(sha: Sha256, size: number, read: (tile: Tile) => Uint8Array): Edge {
  let frontier = emptyFrontier;
  const partial: Uint8Array[] = [];
  const waiting: (Uint8Array | null)[] = [];
  for (const tile of edgeTiles(size)) {
    const hashes = read(tile);
    const level = Number(tile.level);
    if (hashes.length !== tile.width * hashLength) throw new JournalError('tile-missing');
    partial[level] = hashes;
    // A tile of width w holds the waiting nodes of its eight levels as the bits of w say.
    const { waiting: inside } = grow(sha, emptyFrontier, hashes).frontier;
    for (let height = 0; height < tileHeight; height++) waiting[level * tileHeight + height] = inside[height] ?? null;
  }
  frontier = { size, waiting: Array.from(waiting, (hash) => hash ?? null) };
  return { frontier, partial: Array.from(partial, (hashes) => hashes ?? new Uint8Array(0)) };
}

/** Appends leaf hashes and gives the tiles to write and the root to sign. */
export function sealLeaves(sha: Sha256, { frontier: before, partial }: Edge, leaves: Uint8Array): SealedLeaves {
  const { frontier, levels } = grow(sha, before, leaves);
  const tiles: TileBytes[] = [];
  const rest = [...partial];
  for (let level = 0; level * tileHeight < levels.length; level++) {
    const fresh = levels[level * tileHeight];
    if (fresh === undefined) break;
    const begun = rest[level] ?? new Uint8Array(0);
    const row = joined(begun, fresh.hashes);
    let index = (fresh.first - countOf(begun)) / tileWidth;
    let at = 0;
    for (; at + tileWidth * hashLength <= row.length; at += tileWidth * hashLength, index++) {
      tiles.push({ tile: { level, index, width: tileWidth }, bytes: row.slice(at, at + tileWidth * hashLength) });
    }
    const left = row.slice(at);
    if (left.length > 0) tiles.push({ tile: { level, index, width: countOf(left) }, bytes: left });
    rest[level] = left;
  }
  return { edge: { frontier, partial: rest }, root: rootOf(sha, frontier), tiles };
}
