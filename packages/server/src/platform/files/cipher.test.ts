import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decryptPieces, encryptPieces, pieceLength } from './cipher.ts';

const key = createSecretKey(randomBytes(32));
const notOpened = /unable to authenticate|does not begin|ends within a piece/;
const sealedLength = pieceLength + 16;

async function joined(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const encrypt = (plain: Buffer, id = 'a') => joined(encryptPieces([plain], key, id));
const decrypt = (sealed: Buffer, id = 'a', using = key) => joined(decryptPieces(cut(sealed, [100_000]), using, id));

const lengths = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -1, max: 1 })).map(([n, by]) => n * pieceLength + by),
);

test('comes back, however long it is and however its stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      lengths,
      fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 4 }),
      async (length, sizes) => {
        const plain = randomBytes(length);
        const sealed = await joined(encryptPieces(cut(plain, [1 + (sizes[0] ?? 0)]), key, 'a'));
        expect((await joined(decryptPieces(cut(sealed, [Math.max(...sizes)]), key, 'a'))).equals(plain)).toBe(true);
        expect(
          (await joined(decryptPieces(cut(sealed, [3, ...sizes.map((size) => size + 1000)]), key, 'a'))).equals(plain),
        ).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

describe('is refused', () => {
  test('with any bit changed', async () => {
    const sealed = await encrypt(randomBytes(pieceLength + 50));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), async (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await expect(decrypt(changed)).rejects.toThrow(notOpened);
      }),
      { numRuns: 60 },
    );
  });

  test('cut short anywhere, at the border of pieces too', async () => {
    const sealed = await encrypt(randomBytes(3 * pieceLength));
    for (const length of [
      0,
      3,
      4,
      10,
      4 + sealedLength,
      4 + 2 * sealedLength,
      5 + 2 * sealedLength,
      sealed.length - 1,
    ]) {
      await expect(decrypt(sealed.subarray(0, length)), `${length}`).rejects.toThrow(notOpened);
    }
  });

  test('with pieces swapped, repeated, left out or added', async () => {
    const sealed = await encrypt(randomBytes(3 * pieceLength));
    const [magic, ...pieces] = [
      sealed.subarray(0, 4),
      ...[0, 1, 2].map((at) => sealed.subarray(4 + at * sealedLength, 4 + (at + 1) * sealedLength)),
    ];
    for (const order of [[1, 0, 2], [0, 0, 2], [0, 1, 1, 2], [0, 2], [1, 2], [0, 1, 2, 2], [2]]) {
      const changed = Buffer.concat([magic ?? Buffer.alloc(0), ...order.map((at) => pieces[at] ?? Buffer.alloc(0))]);
      await expect(decrypt(changed), order.join()).rejects.toThrow(notOpened);
    }
  });

  test('under another id or another key', async () => {
    const sealed = await encrypt(Buffer.from('evidence'));
    await expect(decrypt(sealed, 'b')).rejects.toThrow(notOpened);
    await expect(decrypt(sealed, 'a', createSecretKey(randomBytes(32)))).rejects.toThrow(notOpened);
  });
});
