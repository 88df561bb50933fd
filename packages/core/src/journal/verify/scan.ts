import { joined } from '../bytes/bytes.ts';
import { dayOfRecord, type Entry } from '../entry/entry.ts';
import { readEntry } from '../entry/entry-bytes.ts';
import type { Sha256 } from '../sha256.ts';
import { leafHashes } from '../tree/hash.ts';
import { Moments } from './moments.ts';
import type { Pages } from './pages.ts';

/** What verification keeps of the entries it was given: a hash and a time each, so that a log of millions fits. */
export type Scan = {
  readonly leaves: Uint8Array;
  /** None of an entry that is missing or malformed. */
  readonly recorded: Moments;
  readonly missing: readonly number[];
  readonly malformed: readonly number[];
  readonly first: Entry | null;
};

const nothing = new Uint8Array(0);

/** Reads all entries in their order; null stands for one that should be there and is not. */
export async function scanEntries(sha: Sha256, pages: Pages<Uint8Array | null>): Promise<Scan> {
  const recorded = new Moments();
  const missing: number[] = [];
  const malformed: number[] = [];
  const hashed: Uint8Array[] = [];
  let first: Entry | null = null;
  for await (const page of pages) {
    for (const bytes of page) {
      const entry = bytes === null ? null : readEntry(bytes);
      if (bytes === null) missing.push(recorded.count);
      else if (entry === null) malformed.push(recorded.count);
      if (recorded.count === 0) first = entry;
      recorded.push(entry?.at ?? null);
    }
    const bytes = page.map((one) => one ?? nothing);
    hashed.push(leafHashes(sha, bytes));
  }
  return { leaves: joined(...hashed), recorded, missing, malformed, first };
}

/** The day an entry names, or the nearest before it that names one. */
export function dayAt({ recorded }: Scan, index: number): string | null {
  for (let at = Math.min(index, recorded.count - 1); at >= 0; at--) {
    const known = recorded.at(at);
    if (known !== null) return dayOfRecord(known);
  }
  return null;
}
