import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from './bundle.ts';
import type { Tile } from './tile.ts';
import { parseTilePath, tilePath } from './tile-path.ts';

describe('the path of a tile', () => {
  it.each<[Tile, string]>([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 'entries', index: 0, width: 1 }, 'tile/entries/000.p/1'],
    [{ level: 63, index: 999, width: 255 }, 'tile/63/999.p/255'],
    [{ level: 2, index: 1000, width: 256 }, 'tile/2/x001/000'],
  ])('of %j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('is read back as the tile it was written for', () => {
    const level = fc.oneof(fc.nat(63), fc.constant('entries' as const));
    fc.assert(
      fc.property(level, fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
      }),
    );
  });

  it.each([
    'tile/0/0',
    'tile/0/0000',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/../000',
    '/tile/0/000',
    'tile/0/000/',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/999',
  ])('%s is none', (path) => expect(parseTilePath(path)).toBeNull());
});

describe('an entry bundle', () => {
  it('gives back its entries', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array(), { maxLength: 12 }), (entries) => {
        expect(readBundle(Buffer.from(writeBundle(entries)))).toEqual(entries);
      }),
    );
    const long = new Uint8Array(0xffff).fill(7);
    expect(readBundle(writeBundle([long, long]))).toEqual([long, long]);
    expect([...writeBundle([new Uint8Array(258)])].slice(0, 2)).toEqual([1, 2]);
  });

  it('is refused when it is cut short, too long or holds too many', () => {
    const bundle = writeBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
    for (const length of [1, 4, 6, 7]) expect(readBundle(bundle.subarray(0, length)), String(length)).toBeNull();
    expect(readBundle(writeBundle(Array.from({ length: 257 }, () => Uint8Array.of(1))))).toBeNull();
    expect(() => writeBundle([new Uint8Array(0x10000)])).toThrow('entry-too-long');
  });
});
