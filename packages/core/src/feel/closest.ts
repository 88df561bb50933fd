/** At most three candidates that differ from what was written by a few letters, or hold it, the closest first. */
export function closest(written: string, candidates: readonly string[], key: (candidate: string) => string): string[] {
  const most = Math.max(2, Math.floor(written.length / 3));
  const small = written.toLowerCase();
  const far = (name: string): number =>
    Math.min(steps(small, name, most), small.length > 3 && name.includes(small) ? most : most + 1);
  return candidates
    .map((candidate) => ({ candidate, steps: far(key(candidate).toLowerCase()) }))
    .filter((near) => near.steps <= most)
    .toSorted((a, b) => a.steps - b.steps)
    .slice(0, 3)
    .map((near) => near.candidate);
}

/** Letters to add, take away or change (Levenshtein); anything over `most` counts as one more than it. */
function steps(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}
