import { createHmac, type KeyObject, randomBytes } from 'node:crypto';

/**
 * Bearer secrets: `<routing>.<256 random bits>`. The routing id names the organisation in which the secret is looked up (DECISIONS 8);
 * the database holds a keyed hash, so that a copy of it opens nothing.
 */
export type Bearers = {
  mint(routing: string): { readonly token: string; readonly hash: Buffer };
  hash(token: string): Buffer;
};

export function createBearers(pepper: KeyObject): Bearers {
  const hash = (token: string): Buffer => createHmac('sha256', pepper).update(token).digest();
  return {
    mint(routing) {
      const token = `${routing}.${randomBytes(32).toString('base64url')}`;
      return { token, hash: hash(token) };
    },
    hash,
  };
}

const shape = /^([A-Za-z0-9_-]{1,64})\.[A-Za-z0-9_-]{43}$/;

/** Which organisation a bearer secret is of; null where it is none. */
export const routingOf = (token: string): string | null => shape.exec(token)?.[1] ?? null;
