import { randomFillSync } from 'node:crypto';

/** `take(n)` gives n fresh random bytes of the operating system's generator; small draws are cut from a larger one. */
export function createRandomPool(size = 8192): (count: number) => Buffer {
  let pool = Buffer.alloc(0);
  let used = 0;
  return (count) => {
    if (count > size) return randomFillSync(Buffer.allocUnsafe(count));
    if (used + count > pool.length) {
      // A new pool each time: what was handed out belongs to whoever took it.
      pool = randomFillSync(Buffer.alloc(size));
      used = 0;
    }
    used += count;
    return pool.subarray(used - count, used);
  };
}
