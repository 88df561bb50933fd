import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIds, isUuidv7 } from './ids.ts';
import { createRandomPool } from './random-pool.ts';

const timeOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
const times = fc.integer({ min: 0, max: 2 ** 48 - 10_000 });

describe('a UUIDv7', () => {
  test('has its time, its version and its variant', () => {
    fc.assert(
      fc.property(times, (time) => {
        const id = createIds({ now: () => time }).uuid();
        expect(isUuidv7(id)).toBe(true);
        expect(timeOf(id)).toBe(time);
      }),
    );
  });

  test('sorts behind every earlier one, however the clock moves', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 2, maxLength: 60 }), (readings) => {
        let at = 0;
        const ids = createIds({ now: () => readings[at++] ?? 0 });
        const made = readings.map(() => ids.uuid());
        expect(made).toEqual(made.toSorted());
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });

  test('sorts within one millisecond with the worst of random bytes, past the end of the tail', () => {
    const ids = createIds({ now: () => 1_700_000_000_000, random: (count) => new Uint8Array(count).fill(0xff) });
    const made = Array.from({ length: 3000 }, () => ids.uuid());
    expect(made).toEqual(made.toSorted());
    expect(new Set(made).size).toBe(3000);
  });

  test('takes the next millisecond when the tail is full', () => {
    // Steps as wide as the tail itself: each id but the first needs a millisecond of its own.
    const random = (count: number) => new Uint8Array(Math.max(count, 10)).fill(0xff);
    const ids = createIds({ now: () => 1000, random });
    const made = Array.from({ length: 4 }, () => ids.uuid());
    expect(made.map(timeOf)).toEqual([1000, 1001, 1002, 1003]);
  });

  test('of a day tells the day and nothing finer', () => {
    fc.assert(
      fc.property(times, (time) => {
        const id = createIds({ now: () => time }).dayUuid();
        expect(isUuidv7(id)).toBe(true);
        expect(timeOf(id)).toBe(time - (time % 86_400_000));
      }),
    );
  });
});

test.each(['', 'x', '01890a5d-ac96-474b-bcce-b302099a8057', '01890A5D-AC96-774B-BCCE-B302099A8057'])(
  '%s is no UUIDv7 as the program writes them',
  (text) => expect(isUuidv7(text)).toBe(false),
);

describe('random bytes', () => {
  test('request ids are as the log takes them', () => {
    const ids = createIds({ now: Date.now });
    expect(ids.request()).toMatch(/^r[0-9a-f]{16}$/);
    expect(ids.request()).not.toBe(ids.request());
  });

  test('salts are 32 bytes and none comes twice', () => {
    const ids = createIds({ now: Date.now });
    const salts = Array.from({ length: 2000 }, () => ids.salt());
    expect(new Set(salts.map((salt) => salt.toString('hex'))).size).toBe(2000);
    expect(salts.every((salt) => salt.length === 32)).toBe(true);
  });

  test('no two draws share a byte of the pool', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 50 }), (counts) => {
        const take = createRandomPool(64);
        const drawn = counts.map((count) => take(count));
        drawn.forEach((bytes, at) => bytes.fill(at + 1));
        expect(drawn.every((bytes, at) => bytes.length === counts[at] && bytes.every((byte) => byte === at + 1))).toBe(
          true,
        );
      }),
    );
  });
});
