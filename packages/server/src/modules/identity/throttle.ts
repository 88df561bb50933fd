import { createHmac, type KeyObject } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * Guessing is slowed where it comes from, not at the account it aims at, so that a stranger cannot lock somebody out: attempts count for
 * (account, source) and for the source as a whole; a device the account has signed in from counts for itself alone.
 */
export type ThrottleRule = { readonly free: number; readonly most: number };

export const throttleRules = {
  pair: { free: 5, most: 900 },
  device: { free: 10, most: 900 },
  source: { free: 50, most: 300 },
  code: { free: 5, most: 900 },
} as const satisfies Record<string, ThrottleRule>;

/** After a quiet hour attempts count from the start again. */
export const quietAfter = 3600;

export type Counted = { readonly attempts: number; readonly last: Date };

/** Seconds still to wait before the next attempt: doubling with each one beyond the free ones. */
export function waitFor({ attempts, last }: Counted, { free, most }: ThrottleRule, now: Date): number {
  const passed = (now.getTime() - last.getTime()) / 1000;
  if (attempts < free || passed >= quietAfter) return 0;
  return Math.max(0, Math.ceil(Math.min(2 ** (attempts - free), most) - passed));
}

/** Neither a login name nor an address can be read from the key. */
export const throttleKey = (pepper: KeyObject, kind: keyof typeof throttleRules, ...parts: string[]): Buffer =>
  createHmac('sha256', pepper)
    .update(JSON.stringify([`throttle/${kind}`, ...parts]))
    .digest();

/** One customer's network is one source: of an IPv6 address the first 64 bits. */
export function sourceOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
