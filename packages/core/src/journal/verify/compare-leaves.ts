import { hex, sameBytes } from '../bytes/bytes.ts';
import { countOf, hashAt } from '../sha256.ts';
import type { Finding } from './finding.ts';
import { dayAt, type Scan } from './scan.ts';

/**
 * What was done to the entries, told from the leaf hashes that were sealed: changed, dropped, added, swapped. Ids in entries are random, so
 * no two leaves are alike and each can be looked up; only the part between the first and the last difference is.
 */
export function compareLeaves(scan: Scan, sealed: Uint8Array): Finding[] {
  const absent = new Set(scan.missing);
  const places = Array.from({ length: scan.recorded.count }, (_, at) => at).filter((at) => !absent.has(at));
  const count = countOf(sealed);
  const { from, fromEnd } = alike(
    { count: places.length, at: (n) => hashAt(scan.leaves, places[n] ?? 0) },
    { count, at: (n) => hashAt(sealed, n) },
  );
  const indexOf = new Map<string, number>();
  for (let index = from; index < count - fromEnd; index++) indexOf.set(hex(hashAt(sealed, index)), index);
  const placed: number[] = [];
  const strange = new Map<number, number[]>();
  for (const at of places.slice(from, places.length - fromEnd)) {
    const index = indexOf.get(hex(hashAt(scan.leaves, at)));
    if (index === undefined) put(strange, placed.length, at);
    else placed.push(index);
  }
  const findings: Finding[] = [];
  const finding = (code: Finding['code'], index: number, detail: Finding['detail'] = {}): void =>
    void findings.push({ code, index, day: dayAt(scan, index), detail });
  const inOrder = placed.toSorted((a, b) => a - b);
  for (const [n, index] of inOrder.entries()) {
    const other = placed[n] ?? index;
    if (other > index) finding('entries-swapped', index, { other });
  }
  let before = 0;
  for (let index = from; index < count - fromEnd; index++) {
    if (inOrder[before] === index) {
      before++;
      continue;
    }
    // A strange entry that stands where a sealed one is missing, between the same neighbours, is that one changed.
    finding(strange.get(before)?.shift() === undefined ? 'entry-dropped' : 'entry-changed', index);
  }
  for (const at of [...strange.values()].flat()) finding('entry-added', at);
  return findings.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
}

type Hashes = { readonly count: number; at(n: number): Uint8Array };

/** How many hashes are alike at the beginning and, after that, at the end. */
function alike(found: Hashes, wanted: Hashes): { readonly from: number; readonly fromEnd: number } {
  const most = Math.min(found.count, wanted.count);
  let from = 0;
  while (from < most && sameBytes(found.at(from), wanted.at(from))) from++;
  let fromEnd = 0;
  while (fromEnd < most - from && sameBytes(found.at(found.count - 1 - fromEnd), wanted.at(wanted.count - 1 - fromEnd)))
    fromEnd++;
  return { from, fromEnd };
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
