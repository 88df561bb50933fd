import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha } from '../../../../../tests/support/node-crypto.ts';
import { seedOf } from '../../../../../tests/support/seed.ts';
import { hashLength } from '../sha256.ts';
import { emptyFrontier, grow, rootOf } from './frontier.ts';
import { emptyRoot, leafHash, leafHashes, nodeHash } from './hash.ts';
import { MemoryTree } from './memory-tree.ts';
import { verifyConsistency, verifyInclusion } from './verify.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const text = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

/** The test tree of Certificate Transparency's first implementation, which every later one checks itself against. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const inclusions: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
const consistencies: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

describe('the test tree of RFC 6962', () => {
  const tree = new MemoryTree(sha, leafHashes(sha, entries));

  it.each(roots.map((root, size) => [size, root]))('has at size %i the root %s', (size, root) => {
    expect(text(tree.root(size))).toBe(root);
    expect(text(rootOf(sha, grow(sha, emptyFrontier, leafHashes(sha, entries.slice(0, size))).frontier))).toBe(root);
  });

  it.each(inclusions)('proves leaf %i of %i', (index, size, proof) => {
    expect(tree.inclusion(index, size).map(text)).toEqual(proof);
    const leaf = leafHash(sha, entries[index] ?? bytes(''));
    expect(verifyInclusion(sha, { index, size, leaf, proof: proof.map(bytes), root: bytes(roots[size] ?? '') })).toBe(
      true,
    );
  });

  it.each(consistencies)('proves that size %i grew to %i', (old, size, proof) => {
    expect(tree.consistency(old, size).map(text)).toEqual(proof);
    const claim = { old: { size: old, root: bytes(roots[old] ?? '') }, size, root: bytes(roots[size] ?? '') };
    expect(verifyConsistency(sha, { ...claim, proof: proof.map(bytes) })).toBe(true);
  });
});

/** RFC 6962 section 2.1 word for word. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot(sha);
  if (leaves.length === 1) return leafHash(sha, leaves[0] ?? bytes(''));
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(sha, rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)));
}

const leavesOf = (count: number): Uint8Array[] => Array.from({ length: count }, (_, n) => Uint8Array.of(n >> 8, n));
const seed = seedOf('JOURNAL_SEED');
const flip = (hash: Uint8Array, bit: number): Uint8Array => {
  const other = Uint8Array.from(hash);
  other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return other;
};

describe('a tree', () => {
  it('has the root of the definition, in whatever batches it grew', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70), { maxLength: 6 }), (batches) => {
        const count = batches.reduce((sum, n) => sum + n, 0);
        const leaves = leavesOf(count);
        const tree = new MemoryTree(sha);
        let at = 0;
        for (const batch of batches) {
          tree.append(leafHashes(sha, leaves.slice(at, at + batch)));
          at += batch;
        }
        expect(text(tree.root())).toBe(text(rootByDefinition(leaves)));
      }),
      { seed },
    );
  });

  it('proves every leaf of every size to 70, and no proof holds for another leaf, index or root', () => {
    const leaves = leavesOf(70);
    const hashes = leafHashes(sha, leaves);
    const tree = new MemoryTree(sha, hashes);
    for (let size = 1; size <= 70; size++) {
      const root = tree.root(size);
      for (let index = 0; index < size; index++) {
        const proof = tree.inclusion(index, size);
        const leaf = hashes.subarray(index * hashLength, (index + 1) * hashLength);
        const claim = { index, size, leaf, proof, root };
        expect(verifyInclusion(sha, claim), `${index} of ${size}`).toBe(true);
        expect(size > 1 && verifyInclusion(sha, { ...claim, index: (index + 1) % size })).toBe(false);
        expect(verifyInclusion(sha, { ...claim, root: flip(root, index) })).toBe(false);
        expect(verifyInclusion(sha, { ...claim, leaf: flip(leaf, size) })).toBe(false);
        expect(verifyInclusion(sha, { ...claim, proof: [...proof, root] })).toBe(false);
        expect(verifyInclusion(sha, { ...claim, proof: proof.slice(0, -1) })).toBe(size === 1);
      }
    }
  });

  it('proves every growth to size 70, and a bit flipped in any hash of a proof or root is caught', () => {
    const tree = new MemoryTree(sha, leafHashes(sha, leavesOf(70)));
    for (let size = 0; size <= 70; size++) {
      for (let old = 0; old <= size; old++) {
        const proof = tree.consistency(old, size);
        const claim = { old: { size: old, root: tree.root(old) }, size, root: tree.root(size), proof };
        expect(verifyConsistency(sha, claim), `${old} to ${size}`).toBe(true);
        expect(verifyConsistency(sha, { ...claim, proof: [...proof, claim.root] })).toBe(false);
        for (const n of proof.keys()) {
          const spoilt = proof.map((hash, at) => (at === n ? flip(hash, (old * 7 + size) % 256) : hash));
          expect(verifyConsistency(sha, { ...claim, proof: spoilt })).toBe(false);
        }
        if (old === 0) continue;
        expect(verifyConsistency(sha, { ...claim, old: { size: old, root: flip(claim.old.root, size) } })).toBe(false);
        expect(verifyConsistency(sha, { ...claim, root: flip(claim.root, old) })).toBe(false);
      }
    }
  });

  it('refuses hostile claims instead of computing with them', () => {
    const root = bytes(roots[8] ?? '');
    const leaf = leafHash(sha, bytes(''));
    const proof = inclusions[1]?.[2].map(bytes) ?? [];
    for (const index of [-1, 8, 0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(verifyInclusion(sha, { index, size: 8, leaf, proof, root })).toBe(false);
    }
    for (const size of [0, -8, 8.5, 2 ** 53, Number.NaN]) {
      expect(verifyInclusion(sha, { index: 0, size, leaf, proof, root })).toBe(false);
      expect(verifyConsistency(sha, { old: { size: 1, root: leaf }, size, root, proof })).toBe(false);
    }
    expect(verifyInclusion(sha, { index: 0, size: 8, leaf, proof: [bytes('00'), ...proof.slice(1)], root })).toBe(
      false,
    );
    expect(verifyInclusion(sha, { index: 0, size: 1, leaf: root.slice(1), proof: [], root: root.slice(1) })).toBe(
      false,
    );
    // A proof as long as a stranger likes ends with the tree's height.
    expect(
      verifyInclusion(sha, { index: 0, size: 8, leaf, proof: Array.from({ length: 10_000 }, () => root), root }),
    ).toBe(false);
  });

  it('counts past 32 bits', () => {
    const size = 2 ** 52;
    const left = leafHash(sha, bytes('01'));
    const right = leafHash(sha, bytes('02'));
    const proof = Array.from({ length: 52 }, () => right);
    let root = left;
    for (const sibling of proof) root = nodeHash(sha, root, sibling);
    expect(verifyInclusion(sha, { index: 0, size, leaf: left, proof, root })).toBe(true);
    expect(verifyInclusion(sha, { index: 2 ** 32, size, leaf: left, proof, root })).toBe(false);
  });
});
