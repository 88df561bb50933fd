/** So many requests at once and so many a second from one caller: a bucket that fills again. Callers are forgotten when theirs is full. */
export type RateLimit = (caller: string, at: number) => boolean;

export function createRateLimit(burst: number, perSecond: number, mostCallers = 50_000): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return (caller, at) => {
    const known = buckets.get(caller);
    const left = known === undefined ? burst : Math.min(burst, known.left + ((at - known.at) / 1000) * perSecond);
    if (left < 1) return false;
    buckets.delete(caller);
    buckets.set(caller, { left: left - 1, at });
    // The callers not heard of for longest are first in the map.
    if (buckets.size > mostCallers)
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    return true;
  };
}
