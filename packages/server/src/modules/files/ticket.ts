import { z } from 'zod';
import type { KeptFile } from '../../platform/files/files.ts';
import { type KeptKind, keptMimes } from '../../platform/files/kinds.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';

/** Milliseconds in which an upload can be made evidence; afterwards nobody holds its key. */
const ticketFor = 3_600_000;

const kinds = Object.keys(keptMimes) as [KeptKind, ...KeptKind[]];
const carried = z.strictObject({
  file: z.string(),
  key: z.string(),
  name: z.string(),
  type: z.enum(kinds),
  size: z.int(),
  sha256: z.string(),
  until: z.number(),
});

export type Ticket = Omit<z.infer<typeof carried>, 'key' | 'until'> & { readonly sealedKey: Buffer };

/** Good for the one who uploaded: nothing is stored of a file until it is evidence of something. */
const placeOf = (org: string, account: string): string => `upload/${org}/${account}`;

export function writeTicket(sealer: Sealer, org: string, account: string, kept: KeptFile, now: number): string {
  const { id, sealedKey, name, kind, size, sha256 } = kept;
  const ticket = {
    file: id,
    key: sealedKey.toString('base64'),
    name,
    type: kind,
    size,
    sha256,
    until: now + ticketFor,
  };
  return sealer.seal(Buffer.from(JSON.stringify(ticket), 'utf8'), placeOf(org, account)).toString('base64url');
}

/** Null where it was changed, is somebody else's, or is over. */
export function readTicket(sealer: Sealer, org: string, account: string, ticket: string, now: number): Ticket | null {
  const opened = sealer.open(Buffer.from(ticket, 'base64url'), placeOf(org, account));
  if (opened === null) return null;
  const { key, until, ...rest } = carried.parse(JSON.parse(opened.toString('utf8')));
  return until < now ? null : { ...rest, sealedKey: Buffer.from(key, 'base64') };
}
