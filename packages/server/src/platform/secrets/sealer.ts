import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Small values (file keys, sensitive columns) under one key, each bound to the place it stands in. */
export type Sealer = {
  /** `place` names table, column and row or the like: a value copied to another place does not open there. */
  readonly seal: (plain: Uint8Array, place: string) => Buffer;
  /** `null` when the value was changed, moved from its place, or sealed under another key. */
  readonly open: (sealed: Uint8Array, place: string) => Buffer | null;
};

const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM with random nonces: good for 2^32 values under one key (NIST SP 800-38D, 8.3), far beyond one installation. */
export function createSealer({ key }: { readonly key: KeyObject }): Sealer {
  return {
    seal: (plain, place) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place, 'utf8'));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, place) => {
      if (sealed.length < nonceLength + tagLength) return null;
      const end = sealed.length - tagLength;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength))
        .setAAD(Buffer.from(place, 'utf8'))
        .setAuthTag(sealed.subarray(end));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(nonceLength, end)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}
