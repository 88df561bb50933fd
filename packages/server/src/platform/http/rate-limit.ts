import { isIPv6 } from 'node:net';

/** So many requests at once and so many a second from one caller: a bucket that fills again. Callers are forgotten when theirs is full. */
export type RateLimit = (caller: string, at: number) => boolean;

/**
 * Whose bucket an address draws from: of IPv6 the network of 64 bits, as one house has all of it and could be a new caller each time.
 * An IPv4 address in its IPv6 form is itself.
 */
export function callerOf(address: string): string {
  const text = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? '';
  if (!isIPv6(text)) return text;
  const [head = '', tail] = text.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  // An address that ends in the IPv4 form has one part less than it has groups.
  const groups = left.length + right.length + (text.includes('.') ? 1 : 0);
  const all = tail === undefined ? left : [...left, ...Array<string>(8 - groups).fill('0'), ...right];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

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
