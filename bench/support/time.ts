/** The least time of several runs in milliseconds: what is left when neighbours on the machine and the collector keep quiet. */
export function bestOf(runs: number, body: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    body();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

export async function bestOfAsync(runs: number, body: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await body();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

export function timed<T>(body: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = body();
  return { value, ms: performance.now() - start };
}
