import { z } from 'zod';
import type { Sealer } from '../../platform/secrets/sealer.ts';
import { makeLedger } from './contract.ts';

/** Milliseconds in which a ledger is fetched. */
const ticketFor = 300_000;

const carried = makeLedger.input.extend({ number: z.string(), until: z.number() });

export type Ticket = Omit<z.infer<typeof carried>, 'until'>;

/** Good for the account that asked; nothing is stored of what was looked for. */
const placeOf = (org: string, account: string): string => `ledger/${org}/${account}`;

export const writeTicket = (sealer: Sealer, org: string, account: string, ticket: Ticket, now: number): string =>
  sealer
    .seal(Buffer.from(JSON.stringify({ ...ticket, until: now + ticketFor }), 'utf8'), placeOf(org, account))
    .toString('base64url');

/** Null where it was changed, is somebody else's, or is over. */
export function readTicket(sealer: Sealer, org: string, account: string, text: string, now: number): Ticket | null {
  const opened = sealer.open(Buffer.from(text, 'base64url'), placeOf(org, account));
  if (opened === null) return null;
  const { until, ...ticket } = carried.parse(JSON.parse(opened.toString('utf8')));
  return until < now ? null : ticket;
}
