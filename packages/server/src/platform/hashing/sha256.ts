import { createHash, hash } from 'node:crypto';
import { hashLength, type Sha256 } from '@sallyport/core/journal';

/**
 * SHA-256 of Node. A digest taken as a string of bytes costs a third of one taken as a Buffer, whose making is dearer than the hash.
 * Before 20.12 Node has no `hash`.
 */
const digestOf: (message: Uint8Array) => string =
  typeof hash === 'function'
    ? (message) => hash('sha256', message, 'binary')
    : (message) => createHash('sha256').update(message).digest('binary');

export const nodeSha256: Sha256 = {
  digest: (message) => {
    const digest = new Uint8Array(hashLength);
    write(digestOf(message), digest, 0);
    return digest;
  },
  digestEach: (messages, ends) => {
    const digests = new Uint8Array(ends.length * hashLength);
    let from = 0;
    for (let n = 0; n < ends.length; n++) {
      const until = ends[n] ?? 0;
      write(digestOf(messages.subarray(from, until)), digests, n * hashLength);
      from = until;
    }
    return digests;
  },
};

function write(digest: string, into: Uint8Array, at: number): void {
  for (let n = 0; n < hashLength; n++) into[at + n] = digest.charCodeAt(n);
}
