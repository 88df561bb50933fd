import type { KeyObject } from 'node:crypto';
import type { Instant } from '@sallyport/core/calendar';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Bearers } from './bearer.ts';
import { cookieOf, deviceCookie } from './cookies.ts';
import { dateOf } from './moments.ts';
import { countAttempt, lockAttempts } from './store/attempts.ts';
import { isDeviceOf } from './store/devices.ts';
import { sourceOf, throttleKey, throttleRules, waitFor } from './throttle.ts';

type Rule = keyof typeof throttleRules;

/** The keys an attempt counts under. `own` is forgotten when it succeeds; `shared` holds others' attempts too. */
export type Attempt = { readonly own: Buffer; readonly shared: Buffer | null };

/**
 * Counts an attempt before it is tried, in a transaction of its own: the count stays when the action is refused, and of many guesses at
 * once none slips by. Gives what it counted under, or refuses with the seconds to wait.
 */
export async function countFirst(
  database: Pick<Database, 'inOrganisation'>,
  org: string,
  now: Instant,
  find: (tx: Transaction) => Promise<readonly (readonly [Rule, Buffer])[]>,
): Promise<Attempt> {
  const at = dateOf(now);
  const { wait, keys } = await database.inOrganisation(org, async (tx) => {
    const keys = await find(tx);
    const all = keys.map(([, key]) => key);
    const counted = await lockAttempts(tx, all, at);
    const waits = keys.map(([rule, key]) => {
      const known = counted.get(key.toString('hex'));
      return known === undefined ? 0 : waitFor(known, throttleRules[rule], at);
    });
    const wait = Math.max(0, ...waits);
    if (wait === 0) await countAttempt(tx, all, at);
    return { wait, keys };
  });
  if (wait > 0) return refuse('identity.wait', { seconds: wait });
  const keyOf = (shared: boolean): Buffer | null => keys.find(([rule]) => (rule === 'source') === shared)?.[1] ?? null;
  const own = keyOf(false);
  if (own === null) throw new Error('an attempt counts for somebody');
  return { own, shared: keyOf(true) };
}

/** The known device of an account that a request comes from; the same look-up is made for an account that is not there. */
export async function knownDevice(
  tx: Transaction,
  bearers: Bearers,
  cookie: string | null,
  account: string | null,
  now: Instant,
): Promise<Buffer | null> {
  const hash = bearers.hash(cookieOf(cookie, deviceCookie) ?? '');
  return (await isDeviceOf(tx, hash, account ?? '', dateOf(now))) ? hash : null;
}

/** Under what an attempt to sign in counts. */
export function signInKeys(pepper: KeyObject, login: string, address: string, device: Buffer | null) {
  const source = sourceOf(address);
  return device === null
    ? ([
        ['pair', throttleKey(pepper, 'pair', login, source)],
        ['source', throttleKey(pepper, 'source', source)],
      ] as const)
    : ([['device', throttleKey(pepper, 'device', device.toString('hex'))]] as const);
}

/** Under what a code counts: only somebody who gave the first factor comes this far. */
export const codeKeys = (pepper: KeyObject, account: string, device: Buffer | null) =>
  [['code', throttleKey(pepper, 'code', account, device?.toString('hex') ?? '')]] as const;
