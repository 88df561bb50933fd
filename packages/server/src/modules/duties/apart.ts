import type { Work } from './settle.ts';

/**
 * What an action settles itself, and what it leaves to a job: the kinds with few subjects come first, so that whoever names a secrecy body
 * sees the organisation's duty met at once, and only the hundreds of people behind it are caught up with later.
 */
export function apart(
  work: readonly Work[],
  most: number,
): { readonly atOnce: readonly Work[]; readonly later: readonly Work[] } {
  const small = new Set<Work>();
  let subjects = 0;
  for (const one of work.toSorted((a, b) => a.subjects.length - b.subjects.length)) {
    subjects += one.subjects.length;
    if (subjects > most) break;
    small.add(one);
  }
  return { atOnce: work.filter((one) => small.has(one)), later: work.filter((one) => !small.has(one)) };
}
