import { hex } from '../bytes/bytes.ts';
import { countOf, hashAt } from '../sha256.ts';
import type { Finding } from './finding.ts';
import { dayAt, type Scan } from './scan.ts';

/**
 * What was done to the entries, told from the leaf hashes that were sealed: changed, dropped, added, swapped. Ids in entries are random, so
 * no two leaves are alike and each can be looked up; only the part between the first and the last difference is.
 */
export function compareLeaves(scan: Scan, sealed: Uint8Array): Finding[] {
  const absent = new Set(scan.missing);
  const found = Array.from(scan.recorded.keys(), (at) => at)
    .filter((at) => !absent.has(at))
    .map((at) => ({ at, hash: hex(hashAt(scan.leaves, at)) }));
  const wanted = Array.from({ length: countOf(sealed) }, (_, index) => hex(hashAt(sealed, index)));
  const { from, fromEnd } = alike(
    found.map(({ hash }) => hash),
    wanted,
  );
  const indexOf = new Map(wanted.slice(from, wanted.length - fromEnd).map((hash, n) => [hash, from + n]));
  const placed: number[] = [];
  const strange = new Map<number, number[]>();
  for (const { at, hash } of found.slice(from, found.length - fromEnd)) {
    const index = indexOf.get(hash);
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
  for (let index = from; index < wanted.length - fromEnd; index++) {
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

/** How many hashes are alike at the beginning and, after that, at the end. */
function alike(
  found: readonly string[],
  wanted: readonly string[],
): { readonly from: number; readonly fromEnd: number } {
  const most = Math.min(found.length, wanted.length);
  let from = 0;
  while (from < most && found[from] === wanted[from]) from++;
  let fromEnd = 0;
  while (fromEnd < most - from && found[found.length - 1 - fromEnd] === wanted[wanted.length - 1 - fromEnd]) fromEnd++;
  return { from, fromEnd };
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
