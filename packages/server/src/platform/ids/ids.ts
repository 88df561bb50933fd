import { createRandomPool } from './random-pool.ts';

export type Ids = {
  /** A UUIDv7: later ones sort behind earlier ones, also within one millisecond. */
  readonly uuid: () => string;
  /**
   * A UUIDv7 that tells the UTC day and nothing finer, for records whose minute must not be found anywhere: an id is
   * copied to places that a time column is kept out of.
   */
  readonly dayUuid: () => string;
  /** Puts the log lines of one request together; random, and stored nowhere else. */
  readonly request: () => string;
  /** 32 random bytes. */
  readonly salt: () => Buffer;
};

type Options = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random?: (count: number) => Uint8Array;
};

const msPerDay = 86_400_000;
const tailBits = 74n;

export function createIds({ now, random = createRandomPool() }: Options): Ids {
  let lastTime = -1;
  let lastTail = 0n;

  const uuid = (): string => {
    const time = Math.floor(now());
    if (time > lastTime) {
      lastTime = time;
      // The highest bit stays free, so that a burst within the millisecond does not run out.
      lastTail = bits(random(10)) & ((1n << (tailBits - 1n)) - 1n);
    } else {
      // RFC 9562, 6.2, method 2: a random step, so that the next id cannot be guessed from this one.
      lastTail += 1n + bits(random(4));
      if (lastTail >> tailBits !== 0n) {
        lastTime += 1;
        lastTail = bits(random(10)) & ((1n << (tailBits - 1n)) - 1n);
      }
    }
    return format(lastTime, lastTail);
  };

  return {
    uuid,
    dayUuid: () => format(Math.floor(now() / msPerDay) * msPerDay, bits(random(10)) & ((1n << tailBits) - 1n)),
    request: () => `r${Buffer.from(random(8)).toString('hex')}`,
    salt: () => Buffer.from(random(32)),
  };
}

const bits = (bytes: Uint8Array): bigint => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

function format(time: number, tail: bigint): string {
  const high = tail >> 62n;
  const low = tail & ((1n << 62n) - 1n);
  const hex =
    time.toString(16).padStart(12, '0') +
    (0x7000n | high).toString(16) +
    ((0b10n << 62n) | low).toString(16).padStart(16, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuidv7 = (text: string): boolean => shape.test(text);
