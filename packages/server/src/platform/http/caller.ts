import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createAddressList } from '../network/address-list.ts';

/** The address of the socket; that a proxy names another one is believed only of the proxies that the operator named. */
export function createAddressOf(trustedProxies: readonly string[]): (c: Context) => string {
  const trusted = createAddressList(trustedProxies);
  return (c) => {
    const direct = socketAddress(c.env);
    if (trusted === null || !trusted.includes(direct)) return direct;
    const passed = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
    // From the right: what stands left of the first stranger was written by the stranger.
    return passed.findLast((address) => address !== '' && !trusted.includes(address)) ?? direct;
  };
}

export function socketAddress(env: unknown): string {
  const { incoming } = (env ?? {}) as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress ?? '';
}
