import { isSize } from '../bytes/bytes.ts';
import { JournalError } from '../journal-error.ts';
import type { Sha256 } from '../sha256.ts';
import { nodeHash } from './hash.ts';
import { type Node, nodesOf, type Range, splitOf } from './ranges.ts';

/** The hash of a complete node: from memory or from tiles. */
export type NodeReader = (node: Node) => Uint8Array;

/** The ranges whose roots prove that leaf `index` is in a tree of `size` (RFC 6962 section 2.1.1), from the leaf upwards. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!isSize(index) || !isSize(size) || index >= size) throw new JournalError('out-of-range');
  const ranges: Range[] = [];
  let from = 0;
  let until = size;
  while (until - from > 1) {
    const middle = from + splitOf(until - from);
    if (index < middle) {
      ranges.push({ from: middle, until });
      until = middle;
    } else {
      ranges.push({ from, until: middle });
      from = middle;
    }
  }
  return ranges.toReversed();
}

/** The ranges whose roots prove that a tree of `size` only added to one of `old` (RFC 6962 section 2.1.2). */
export function consistencyRanges(old: number, size: number): Range[] {
  if (!isSize(old) || !isSize(size) || old > size) throw new JournalError('out-of-range');
  if (old === 0 || old === size) return [];
  const ranges: Range[] = [];
  let from = 0;
  let until = size;
  while (until !== old) {
    const middle = from + splitOf(until - from);
    if (old <= middle) {
      ranges.push({ from: middle, until });
      until = middle;
    } else {
      ranges.push({ from, until: middle });
      from = middle;
    }
  }
  // The old root itself is known to whoever checks; only a part of it has to be given.
  if (from > 0) ranges.push({ from, until });
  return ranges.toReversed();
}

export function rangeRoot(sha: Sha256, read: NodeReader, range: Range): Uint8Array {
  const hashes = nodesOf(range).map(read);
  return hashes.reduceRight((right, left) => nodeHash(sha, left, right));
}

export const proveInclusion = (sha: Sha256, read: NodeReader, index: number, size: number): Uint8Array[] =>
  inclusionRanges(index, size).map((range) => rangeRoot(sha, read, range));

export const proveConsistency = (sha: Sha256, read: NodeReader, old: number, size: number): Uint8Array[] =>
  consistencyRanges(old, size).map((range) => rangeRoot(sha, read, range));
