import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** A key of its own for each purpose (HKDF, RFC 5869): what is sealed for one can never be opened, or passed off, for another. */
export const deriveKey = (master: KeyObject, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `sallyport/1/${purpose}`, 32)));
