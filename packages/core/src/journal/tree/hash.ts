import { joined } from '../bytes/bytes.ts';
import { digestOfEach } from '../bytes/messages.ts';
import { countOf, hashLength, type Sha256 } from '../sha256.ts';

// RFC 6962 section 2.1. The two prefixes keep a leaf from being passed off as a node, and a node as a leaf.
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

export const emptyRoot = (sha: Sha256): Uint8Array => sha.digest(new Uint8Array(0));

export const leafHash = (sha: Sha256, entry: Uint8Array): Uint8Array => sha.digest(joined(leafPrefix, entry));

export const nodeHash = (sha: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha.digest(joined(nodePrefix, left, right));

/** Leaf hashes of many entries, 32 bytes each. */
export const leafHashes = (sha: Sha256, entries: Iterable<Uint8Array>): Uint8Array =>
  digestOfEach(sha, entries, (message, entry) => message.byte(0).raw(entry));

const nodeLength = 1 + 2 * hashLength;

/** The parents of neighbours: of hashes 0 and 1, 2 and 3 … A last one without a neighbour has no parent yet. */
export function parents(sha: Sha256, hashes: Uint8Array): Uint8Array {
  const count = Math.floor(countOf(hashes) / 2);
  const messages = new Uint8Array(count * nodeLength);
  const ends = new Uint32Array(count);
  for (let n = 0; n < count; n++) {
    messages[n * nodeLength] = 1;
    messages.set(hashes.subarray(n * 2 * hashLength, (n + 1) * 2 * hashLength), n * nodeLength + 1);
    ends[n] = (n + 1) * nodeLength;
  }
  return sha.digestEach(messages, ends);
}
