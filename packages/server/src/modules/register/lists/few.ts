import type { Count } from './unit-store.ts';

/** Fewer people than this are not shown as a number (PEOPLE.md). */
const fewest = 5;

/** Numbers by what they are of; null where few people stand behind one. Nothing adds them up, so that none can be had by subtraction. */
export function manyOf(counts: readonly Count[]): (of: string) => number | null {
  const known = new Map(counts.map(({ of, count }) => [of, count]));
  return (of) => {
    const count = known.get(of) ?? 0;
    return count > 0 && count < fewest ? null : count;
  };
}
