import { createHash, randomBytes } from 'node:crypto';

/** Addresses of feeds: `<routing>.<128 random bits>`. The database holds a hash alone, and a copy of it reads no feed. */
export const newToken = (): string => randomBytes(16).toString('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const shape = /^([a-z0-9]{1,20})\.([A-Za-z0-9_-]{22})$/;

/** The two parts of an address; null where it is none. */
export function readAddress(text: string): { readonly routing: string; readonly token: string } | null {
  const [, routing, token] = shape.exec(text) ?? [];
  return routing === undefined || token === undefined ? null : { routing, token };
}

export const pathOf = (routing: string, token: string): string => `/calendar/${routing}.${token}.ics`;
