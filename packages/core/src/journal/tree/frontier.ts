import { copyOf, joined } from '../bytes/bytes.ts';
import { countOf, hashAt, type Sha256 } from '../sha256.ts';
import { emptyRoot, nodeHash, parents } from './hash.ts';

/** All that an append-only tree must remember to grow: at each level the left node that has no right neighbour yet, or null. */
export type Frontier = { readonly size: number; readonly waiting: readonly (Uint8Array | null)[] };

export const emptyFrontier: Frontier = { size: 0, waiting: [] };

/** The nodes of one level that a growth completed: hash n belongs to the node `first + n`. */
export type FreshLevel = { readonly first: number; readonly hashes: Uint8Array };

export type Growth = { readonly frontier: Frontier; readonly levels: readonly FreshLevel[] };

/**
 * Appends leaf hashes. Each level is hashed in one go: half the time of leaf after leaf where the hash works on several messages at once.
 */
export function grow(sha: Sha256, { size, waiting }: Frontier, leaves: Uint8Array): Growth {
  const next = [...waiting];
  const levels: FreshLevel[] = [];
  let first = size;
  for (let hashes = leaves; hashes.length > 0; first = Math.floor(first / 2)) {
    const level = levels.length;
    levels.push({ first, hashes });
    const left = next[level] ?? null;
    const row = left === null ? hashes : joined(left, hashes);
    const count = countOf(row);
    next[level] = count % 2 === 1 ? copyOf(hashAt(row, count - 1)) : null;
    hashes = parents(sha, row);
  }
  return { frontier: { size: size + countOf(leaves), waiting: next }, levels };
}

export function rootOf(sha: Sha256, { waiting }: Frontier): Uint8Array {
  let root: Uint8Array | null = null;
  for (const left of waiting) if (left !== null) root = root === null ? left : nodeHash(sha, left, root);
  return root ?? emptyRoot(sha);
}
