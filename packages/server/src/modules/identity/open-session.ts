import { staffRoles } from '@sallyport/core/access';
import type { Instant } from '@sallyport/core/calendar';
import type { Presented } from '../../platform/actions/implement.ts';
import type { NetworkContext } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { setDevice, setSession } from './cookies.ts';
import { deviceFor, sessionLimits } from './limits.ts';
import { dateOf, later } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { type Factor, type Need, needOf } from './standing.ts';
import { insertDevice } from './store/devices.ts';
import { credentialsOf } from './store/factors.ts';
import { grantsOf } from './store/grants.ts';
import { insertSession } from './store/sessions.ts';

export type SignedIn = { readonly session: string | null; readonly device: string | null; readonly need: Need | null };

type Parts = Pick<IdentityParts, 'bearers' | 'tenants' | 'ids'>;

export type NewSignIn = {
  readonly account: string;
  readonly factors: readonly Factor[];
  readonly network: NetworkContext | null;
  /** Whether the request came from a device the account has signed in from. */
  readonly deviceKnown: boolean;
};

/** Opens a session. Address and device are kept of staff only: a traveller's sign-in leaves no trail. */
export async function openSession(
  tx: Transaction,
  { bearers, tenants, ids }: Parts,
  { account, factors, network, deviceKnown }: NewSignIn,
  now: Instant,
): Promise<{ readonly id: string; readonly staff: boolean; readonly output: SignedIn }> {
  const staff = (await grantsOf(tx, account, dateOf(now))).some(({ role }) => staffRoles.has(role));
  const { idle, absolute } = sessionLimits[staff ? 'staff' : 'others'];
  const { token, hash } = bearers.mint(await tenants.routingOf(tx.org));
  const id = ids.uuid();
  await insertSession(tx, {
    id,
    hash,
    account,
    factors,
    at: dateOf(now),
    idleUntil: later(now, idle),
    endsAt: later(now, absolute),
    address: staff ? (network?.address ?? null) : null,
    device: staff ? (network?.device.slice(0, 300) ?? null) : null,
  });
  const need = needOf({ ...(await credentialsOf(tx, account)), staff, factors });
  const device = need === null && !deviceKnown ? await trustDevice(tx, { bearers, tenants }, account, now) : null;
  return { id, staff, output: { session: token, device, need } };
}

/** Only after everything was proved: otherwise who knows a password could have a fresh count of guesses with each new device. */
export async function trustDevice(
  tx: Transaction,
  { bearers, tenants }: Pick<Parts, 'bearers' | 'tenants'>,
  account: string,
  now: Instant,
): Promise<string> {
  const { token, hash } = bearers.mint(await tenants.routingOf(tx.org));
  await insertDevice(tx, hash, account, dateOf(now), later(now, deviceFor));
  return token;
}

/** The secrets leave as cookies; the body says only what is to be done next. */
export const presentSignedIn = ({ session, device, need }: SignedIn): Presented => ({
  body: { need },
  cookies: [...(session === null ? [] : [setSession(session)]), ...(device === null ? [] : [setDevice(device)])],
});
