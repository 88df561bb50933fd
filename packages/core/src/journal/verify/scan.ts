import { dayOfRecord, type Entry, type RecordedAt } from '../entry/entry.ts';
import { readEntry } from '../entry/entry-bytes.ts';
import { hashLength, type Sha256 } from '../sha256.ts';
import { leafHashes } from '../tree/hash.ts';

/** What verification keeps of the entries it was given: a hash and a time each, so that a log of millions fits. */
export type Scan = {
  readonly leaves: Uint8Array;
  /** Null for an entry that is missing or malformed. */
  readonly recorded: readonly (RecordedAt | null)[];
  readonly missing: readonly number[];
  readonly malformed: readonly number[];
  readonly first: Entry | null;
};

const atOnce = 1024;

/** Reads all entries in their order; null stands for one that should be there and is not. */
export function scanEntries(sha: Sha256, entries: Iterable<Uint8Array | null>): Scan {
  const recorded: (RecordedAt | null)[] = [];
  const missing: number[] = [];
  const malformed: number[] = [];
  const hashed: Uint8Array[] = [];
  let first: Entry | null = null;
  let waiting: Uint8Array[] = [];
  for (const bytes of entries) {
    const entry = bytes === null ? null : readEntry(bytes);
    if (bytes === null) missing.push(recorded.length);
    else if (entry === null) malformed.push(recorded.length);
    if (recorded.length === 0) first = entry;
    recorded.push(entry?.at ?? null);
    waiting.push(bytes ?? new Uint8Array(0));
    if (waiting.length < atOnce) continue;
    hashed.push(leafHashes(sha, waiting));
    waiting = [];
  }
  hashed.push(leafHashes(sha, waiting));
  const leaves = new Uint8Array(recorded.length * hashLength);
  for (const [n, hashes] of hashed.entries()) leaves.set(hashes, n * atOnce * hashLength);
  return { leaves, recorded, missing, malformed, first };
}

/** The day an entry names, or the nearest before it that names one. */
export function dayAt({ recorded }: Scan, index: number): string | null {
  for (let at = Math.min(index, recorded.length - 1); at >= 0; at--) {
    const known = recorded[at];
    if (known) return dayOfRecord(known);
  }
  return null;
}
