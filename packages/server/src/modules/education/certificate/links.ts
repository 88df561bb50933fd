import { createHash, createHmac, type KeyObject } from 'node:crypto';

/**
 * Links of certificates: `<routing>.<128 bits>`. The bits are a keyed hash of which link of which certificate it is, so that the holder can be
 * told them again; the database holds their hash alone, and a copy of it opens no page (PEOPLE.md, row 21).
 */
export type Links = {
  tokenOf(this: void, org: string, certificate: string, link: number): string;
  hash(this: void, token: string): string;
};

export const createLinks = (pepper: KeyObject): Links => ({
  tokenOf: (org, certificate, link) =>
    createHmac('sha256', pepper)
      .update(JSON.stringify(['certificate', org, certificate, link]))
      .digest()
      .subarray(0, 16)
      .toString('base64url'),
  hash: (token) => createHash('sha256').update(token).digest('hex'),
});

const shape = /^([a-z2-7]{8})\.([A-Za-z0-9_-]{22})$/;

/** The two parts of a link; null where it is none. */
export function readLink(text: string): { readonly routing: string; readonly token: string } | null {
  const [, routing, token] = shape.exec(text) ?? [];
  return routing === undefined || token === undefined ? null : { routing, token };
}

export const linkPath = (routing: string, token: string): string => `/verify/${routing}.${token}`;
