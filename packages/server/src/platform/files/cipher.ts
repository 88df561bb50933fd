import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { inPieces } from './pieces.ts';

/**
 * A file in pieces, each under AES-256-GCM, in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): the
 * nonce is the number of the piece and whether it is the last, so that a piece changed, left out, put elsewhere, or cut
 * off at the end does not open. The key serves one file only, which is what allows counted nonces.
 */
export const pieceLength = 64 * 1024;
const tagLength = 16;
const magic = Buffer.from('SPF1');

export async function* encryptPieces(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  key: KeyObject,
  id: string,
): AsyncGenerator<Buffer> {
  yield magic;
  for await (const { bytes, number, last } of inPieces(source, pieceLength)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last)).setAAD(context(id));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Throws at the first piece that does not open; what was given out before it is a true beginning of the file. */
export async function* decryptPieces(
  source: AsyncIterable<Uint8Array>,
  key: KeyObject,
  id: string,
): AsyncGenerator<Buffer> {
  for await (const { bytes, number, last } of inPieces(source, pieceLength + tagLength, magic)) {
    if (bytes.length < tagLength) throw new Error('The file ends within a piece.');
    const end = bytes.length - tagLength;
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last))
      .setAAD(context(id))
      .setAuthTag(bytes.subarray(end));
    yield Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
  }
}

/** A file put in another's place does not open either, even if somebody gave both the same key. */
const context = (id: string): Buffer => Buffer.concat([magic, Buffer.from(id, 'utf8')]);

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}
