import { isSize, sameBytes } from '../bytes/bytes.ts';
import { hashLength, type Sha256 } from '../sha256.ts';
import { emptyRoot, nodeHash } from './hash.ts';

// RFC 9162 sections 2.1.3.2 and 2.1.4.2, in plain division: shifts would cut sizes to 32 bits. A proof comes from a stranger: its length
// is bounded by the sizes, and a hash of another length is none.

export type Inclusion = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
};

export function verifyInclusion(sha: Sha256, { index, size, leaf, proof, root }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !allHashes([leaf, root, ...proof])) return false;
  const path: Path = { node: index, last: size - 1 };
  let hash = leaf;
  for (const sibling of proof) {
    if (path.last === 0) return false;
    hash = climb(path) === 'left' ? nodeHash(sha, sibling, hash) : nodeHash(sha, hash, sibling);
  }
  return path.last === 0 && sameBytes(hash, root);
}

export type Consistency = {
  readonly old: { readonly size: number; readonly root: Uint8Array };
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

export function verifyConsistency(sha: Sha256, { old, size, root, proof }: Consistency): boolean {
  if (!isSize(old.size) || !isSize(size) || old.size > size || !allHashes([old.root, root, ...proof])) return false;
  if (old.size === size) return proof.length === 0 && sameBytes(old.root, root);
  if (old.size === 0) return proof.length === 0 && sameBytes(old.root, emptyRoot(sha));
  const path: Path = { node: old.size - 1, last: size - 1 };
  while (path.node % 2 === 1) up(path);
  // An old tree that is one complete node stands in the new one as it is: its root is the beginning.
  const [begin, ...rest] = path.node === 0 ? [old.root, ...proof] : proof;
  if (begin === undefined) return false;
  let before = begin;
  let after = begin;
  for (const sibling of rest) {
    if (path.last === 0) return false;
    if (climb(path) === 'left') {
      before = nodeHash(sha, sibling, before);
      after = nodeHash(sha, sibling, after);
    } else {
      after = nodeHash(sha, after, sibling);
    }
  }
  return path.last === 0 && sameBytes(before, old.root) && sameBytes(after, root);
}

/** A node on the way to the root and the last node of its level. */
type Path = { node: number; last: number };

function up(path: Path): void {
  path.node = Math.floor(path.node / 2);
  path.last = Math.floor(path.last / 2);
}

/** Goes up past the next sibling and says on which side it stands; a last node without one goes up until it has one on its left. */
function climb(path: Path): 'left' | 'right' {
  const left = path.node % 2 === 1 || path.node === path.last;
  if (left) while (path.node % 2 === 0 && path.node !== 0) up(path);
  up(path);
  return left ? 'left' : 'right';
}

const allHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every((hash) => hash.length === hashLength);
