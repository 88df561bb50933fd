import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, fromBase64 } from './base64.ts';
import { parseSize } from './bytes.ts';
import { fromUtf8, utf8 } from './utf8.ts';

const point = fc.oneof(fc.nat(0x7ff), fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }));
const text = fc.array(point, { maxLength: 20 }).map((points) => String.fromCodePoint(...points));

describe('UTF-8', () => {
  it('is what the platform writes and reads', () => {
    fc.assert(
      fc.property(text, (text) => {
        const bytes = utf8(text);
        expect(Buffer.from(bytes).equals(Buffer.from(text, 'utf8'))).toBe(true);
        expect(fromUtf8(bytes)).toBe(text);
      }),
    );
  });

  it('reads a text longer than one call takes', () => {
    const text = '平安门😀'.repeat(3000);
    expect(fromUtf8(utf8(text))).toBe(text);
  });

  it('agrees with the platform on which bytes are none', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const platform = (bytes: Uint8Array): string | null => {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    };
    const nearly = fc.uint8Array({ min: 0x70, max: 0xff, maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.uint8Array({ maxLength: 8 })), (bytes) => {
        expect(fromUtf8(bytes)).toBe(platform(bytes));
      }),
      { numRuns: 4000 },
    );
    for (const overlong of ['c080', 'c1bf', 'e09fbf', 'eda080', 'f08fbfbf', 'f4908080', 'f8888080']) {
      expect(fromUtf8(Buffer.from(overlong, 'hex')), overlong).toBeNull();
    }
  });

  it.each(['\ud800', 'a\udc00b', '\ud83d'])('refuses the lone surrogate of %j', (text) => {
    expect(() => utf8(text)).toThrow('lone-surrogate');
  });
});

describe('base64', () => {
  it('is what the platform writes, and one value has one spelling', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = base64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A===', '====', 'AA=A', 'AAA_', 'AAA-', ' AAA', 'AAAA\n', 'AA==AAAA'])(
    'refuses %j',
    (text) => expect(fromBase64(text)).toBeNull(),
  );
});

it.each(['', '00', '01', '-1', '+1', '1.0', '1e3', '9007199254740993', '99999999999999999999', ' 1', '0x1'])(
  'the size %j is none',
  (text) => expect(parseSize(text)).toBeNull(),
);
