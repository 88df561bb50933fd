import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's smallest recommended setting for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

const argon2id = promisify(argon2);

type Derive = (password: string, nonce: Buffer) => Promise<Buffer>;

export type Passwords = {
  hash(password: string): Promise<string>;
  /** Without a hash the same work is done and nothing matches: the time does not tell whether an account exists. */
  verify(hash: string | null, password: string): Promise<boolean>;
};

/** `derive` is given by tests that count the work. */
export function createPasswords(derive: Derive = derived): Passwords {
  const nobodys = written(randomBytes(16), randomBytes(tagLength));
  return {
    async hash(password) {
      const salt = randomBytes(16);
      return written(salt, await derive(password, salt));
    },
    async verify(hash, password) {
      const { salt, tag } = read(hash ?? nobodys);
      const same = timingSafeEqual(await derive(password, salt), tag);
      return same && hash !== null;
    },
  };
}

/** NFKC: the same password from another keyboard is the same (RFC 8265, 4.2). */
const normal = (password: string): string => password.normalize('NFKC');

export const derived: Derive = (password, nonce) =>
  argon2id('argon2id', { message: normal(password), nonce, tagLength, ...cost });

const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
const phc = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

const written = (salt: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(tag)}`;

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function read(hash: string): { salt: Buffer; tag: Buffer } {
  const [, salt, tag] = phc.exec(hash) ?? [];
  if (salt === undefined || tag === undefined)
    throw new Error('a password hash is not of the form this program writes');
  return { salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') };
}

const leastLength = 12;
const leastDistinct = 5;

export type PasswordFault = 'too-short' | 'too-simple' | 'holds-login';

/**
 * Length is what counts (NIST SP 800-63B-4, 3.1.1.2): no rules of composition, no expiry. Refused besides is what somebody who knows the
 * login name would try first.
 */
export function faultOf(password: string, login: string): PasswordFault | null {
  const letters = Array.from(normal(password));
  if (letters.length < leastLength) return 'too-short';
  if (new Set(letters).size < leastDistinct) return 'too-simple';
  const name = normal(login).toLowerCase().split('@')[0] ?? '';
  if (name.length >= 4 && letters.join('').toLowerCase().includes(name)) return 'holds-login';
  return null;
}
