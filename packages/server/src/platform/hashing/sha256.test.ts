import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeSha256 } from './sha256.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('SHA-256 for the journal', () => {
  it('gives the digests of FIPS 180', () => {
    expect(hex(nodeSha256.digest(Buffer.from('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(hex(nodeSha256.digest(new Uint8Array(0)))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('hashes many messages as it does each, empty ones too', () => {
    const parts = [3, 0, 64, 55, 56, 1000].map((length, n) => Buffer.alloc(length, n));
    let end = 0;
    const ends = Uint32Array.from(parts, (part) => (end += part.length));
    const digests = nodeSha256.digestEach(Buffer.concat(parts), ends);
    const each = parts.map((part) => createHash('sha256').update(part).digest('hex'));
    expect(hex(digests)).toBe(each.join(''));
  });
});
