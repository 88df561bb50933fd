import { createHmac, type KeyObject, randomBytes } from 'node:crypto';

/** Without letters that are read for one another (Crockford's base 32). */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const codes = 10;
const length = 16;

/** Ten codes of 80 bits, in groups of four, such as `7k2m-x9qd-40ab-ph3t`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codes }, () => {
    const text = [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
    return text.replace(/(.{4})(?=.)/g, '$1-');
  });

/** A code cannot be guessed, so that a keyed hash holds it as well as a slow one would. */
export const recoveryCodeHash = (pepper: KeyObject, code: string): Buffer =>
  createHmac('sha256', pepper)
    .update(`recovery-code\0${code.toLowerCase().replace(/[\s-]/g, '')}`)
    .digest();
