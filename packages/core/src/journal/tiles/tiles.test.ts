import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha } from '../../../../../tests/support/node-crypto.ts';
import { seedOf } from '../../../../../tests/support/seed.ts';
import { hashLength } from '../sha256.ts';
import { rootOf } from '../tree/frontier.ts';
import { leafHashes } from '../tree/hash.ts';
import { MemoryTree } from '../tree/memory-tree.ts';
import { proveConsistency, proveInclusion } from '../tree/prove.ts';
import { emptyEdge, openEdge, sealLeaves } from './edge.ts';
import { consistencyTiles, inclusionTiles, nodesFromTiles, rootTiles } from './read-tiles.ts';
import { allTiles, changedBundles, changedTiles, edgeTiles, type Tile, tileWidth } from './tile.ts';
import { tilePath } from './tile-path.ts';

const seed = seedOf('JOURNAL_SEED');
const leavesOf = (count: number): Uint8Array =>
  leafHashes(
    sha,
    Array.from({ length: count }, (_, n) => Uint8Array.of(n >> 16, n >> 8, n)),
  );
const largest = 70_000;
const leaves = leavesOf(largest);
const tree = new MemoryTree(sha, leaves);
const hash = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What a tile holds by the formula of tlog-tiles. */
function byDefinition({ level, index, width }: Tile): string {
  const nodes = Array.from({ length: width }, (_, i) =>
    tree.read({ level: Number(level) * 8, index: index * tileWidth + i }),
  );
  return hash(Buffer.concat(nodes));
}

/** Grows a log batch by batch and keeps its tiles as files. */
function grown(sizes: readonly number[]): { readonly files: ReadonlyMap<string, Uint8Array>; readonly root: string } {
  const files = new Map<string, Uint8Array>();
  let edge = emptyEdge;
  let root = tree.root(0);
  for (const size of sizes) {
    const sealed = sealLeaves(sha, edge, leaves.subarray(edge.frontier.size * hashLength, size * hashLength));
    const changed = changedTiles(edge.frontier.size, size).map(tilePath);
    expect(sealed.tiles.map(({ tile }) => tilePath(tile)).toSorted()).toEqual(changed.toSorted());
    for (const { tile, bytes } of sealed.tiles) files.set(tilePath(tile), bytes);
    ({ edge, root } = sealed);
  }
  return { files, root: hash(root) };
}

const ascending = (most: number): fc.Arbitrary<number[]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: 5 })
    .map((list) => list.toSorted((a, b) => a - b));

describe('tiles', () => {
  it('of 70,000 leaves are those the specification counts', () => {
    const count = (level: number, full: boolean): number =>
      allTiles(70_000).filter((tile) => tile.level === level && (tile.width === tileWidth) === full).length;
    expect([count(0, true), count(0, false), count(1, true), count(1, false), count(2, true)]).toEqual([
      273, 1, 1, 1, 0,
    ]);
    expect(edgeTiles(70_000).map(tilePath)).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    expect(allTiles(256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
  });

  it('hold the nodes of the tree, in whatever batches it grew, and its root', () => {
    fc.assert(
      fc.property(ascending(3000), (sizes) => {
        const size = sizes.at(-1) ?? 0;
        const { files, root } = grown(sizes);
        expect(root).toBe(hash(tree.root(size)));
        for (const tile of allTiles(size))
          expect(hash(files.get(tilePath(tile)) ?? Buffer.of())).toBe(byDefinition(tile));
      }),
      { seed, numRuns: 25 },
    );
    const { files } = grown([1, 255, 256, 257, 65_535, 65_536, 65_537, 70_000]);
    for (const tile of allTiles(70_000))
      expect(hash(files.get(tilePath(tile)) ?? Buffer.of())).toBe(byDefinition(tile));
  });

  it('name the tiles a growth changes and no other, and the bundles with them', () => {
    expect(changedTiles(255, 257).map(tilePath)).toEqual(['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']);
    expect(changedTiles(256, 256)).toEqual([]);
    expect(changedBundles(255, 513).map(tilePath)).toEqual([
      'tile/entries/000',
      'tile/entries/001',
      'tile/entries/002.p/1',
    ]);
    expect(changedTiles(65_535, 65_536).map(tilePath)).toEqual(['tile/0/255', 'tile/1/000', 'tile/2/000.p/1']);
    expect(() => changedTiles(2, 1)).toThrow('out-of-range');
  });

  it('take a log up again where it stood, from its edge alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largest }), (size) => {
        const edge = openEdge(sha, size, (tile) => Buffer.from(byDefinition(tile), 'hex'));
        expect(hash(rootOf(sha, edge.frontier))).toBe(hash(tree.root(size)));
        const sealed = sealLeaves(sha, edge, leaves.subarray(size * hashLength));
        expect(hash(sealed.root)).toBe(hash(tree.root()));
      }),
      { seed, numRuns: 6, examples: [[0], [256], [65_536], [69_999]] },
    );
    expect(() => openEdge(sha, 5, () => new Uint8Array(4 * hashLength))).toThrow('tile-missing');
  });
});

describe('proofs read from tiles', () => {
  it('are those of the tree, from few tiles', () => {
    const { files } = grown([30_000, 70_000]);
    fc.assert(
      fc.property(fc.nat(largest - 1), fc.integer({ min: 1, max: largest }), (index, old) => {
        const fetched = new Set([...inclusionTiles(index, largest), ...consistencyTiles(old, largest)].map(tilePath));
        const read = nodesFromTiles(
          sha,
          (tile) => (fetched.has(tilePath(tile)) ? (files.get(tilePath(tile)) ?? null) : null),
          largest,
        );
        expect(proveInclusion(sha, read, index, largest).map(hash)).toEqual(tree.inclusion(index, largest).map(hash));
        expect(proveConsistency(sha, read, old, largest).map(hash)).toEqual(tree.consistency(old, largest).map(hash));
        expect(inclusionTiles(index, largest).length).toBeLessThanOrEqual(5);
      }),
      { seed, numRuns: 60 },
    );
    expect(rootTiles(largest).map(tilePath)).toEqual(['tile/2/000.p/1', 'tile/1/001.p/17', 'tile/0/273.p/112']);
  });

  it('find a full tile in place of the partial one it grew out of, and say when there is none', () => {
    const { files } = grown([300, 600]);
    const read = nodesFromTiles(sha, (tile) => (tile.width === 44 ? null : (files.get(tilePath(tile)) ?? null)), 300);
    expect(proveInclusion(sha, read, 299, 300).map(hash)).toEqual(tree.inclusion(299, 300).map(hash));
    expect(() =>
      proveInclusion(
        sha,
        nodesFromTiles(sha, () => null, 300),
        299,
        300,
      ),
    ).toThrow('tile-missing');
  });
});
