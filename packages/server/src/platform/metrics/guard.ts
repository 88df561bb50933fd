import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopback } from '../network/address-list.ts';

export type MetricsReader = {
  /** Of the socket, not of a header. */
  readonly address: string;
  readonly authorization: string | null;
  /** Whether the request has a `Forwarded`, `X-Forwarded-For` or `Via` header. */
  readonly forwarded: boolean;
};

/**
 * Who may read the metrics: with a token, whoever sends it as `Bearer`; without one, this machine alone. A reverse
 * proxy on the same machine makes the whole network look like loopback, so what was passed on is refused.
 */
export function createMetricsGuard({ token }: { readonly token: string | null }): (reader: MetricsReader) => boolean {
  if (token === null) return ({ address, forwarded }) => !forwarded && isLoopback(address);
  const wanted = digest(`Bearer ${token}`);
  return ({ authorization }) => authorization !== null && timingSafeEqual(digest(authorization), wanted);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
