import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveKey } from './derive-key.ts';
import { createSealer } from './sealer.ts';

const master = createSecretKey(randomBytes(32));
const sealer = createSealer({ key: deriveKey(master, 'test') });
const bytes = fc.uint8Array({ maxLength: 200 });

test('opens what it sealed, in its place', () => {
  fc.assert(
    fc.property(bytes, fc.string(), (plain, place) => {
      expect(sealer.open(sealer.seal(plain, place), place)).toEqual(Buffer.from(plain));
    }),
  );
});

test('any changed bit is noticed', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), (plain, at) => {
      const sealed = sealer.seal(plain, 'a');
      const byte = (at >> 3) % sealed.length;
      sealed[byte] = (sealed[byte] ?? 0) ^ (1 << (at & 7));
      expect(sealer.open(sealed, 'a')).toBeNull();
    }),
  );
});

test('a value does not open elsewhere, cut short, or under the key of another purpose', () => {
  const sealed = sealer.seal(Buffer.from('value'), 'account/totp/1');
  expect(sealer.open(sealed, 'account/totp/2')).toBeNull();
  expect(createSealer({ key: deriveKey(master, 'other') }).open(sealed, 'account/totp/1')).toBeNull();
  for (let length = 0; length < sealed.length; length++) {
    expect(sealer.open(sealed.subarray(0, length), 'account/totp/1')).toBeNull();
  }
});

test('the same value never looks the same twice', () => {
  expect(sealer.seal(Buffer.from('x'), 'a').equals(sealer.seal(Buffer.from('x'), 'a'))).toBe(false);
});

test('derived keys are the same at every start', () => {
  const key = createSecretKey(Buffer.alloc(32, 7));
  expect(deriveKey(key, 'files').equals(deriveKey(key, 'files'))).toBe(true);
  expect(deriveKey(key, 'files').equals(deriveKey(key, 'columns'))).toBe(false);
});
