import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** Of this answer's scripts and styles; no other runs. */
    nonce: string;
  }
}

/** Nothing is loaded from another host, nothing frames us, nothing runs that does not carry this answer's nonce. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  const nonce = randomBytes(18).toString('base64');
  c.set('nonce', nonce);
  await next();
  // A file that is given out brings a stricter one.
  const policy =
    c.res.headers.get('content-security-policy') ??
    [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      // Of our own pages only those of packages let themselves be framed (pages/packages): every other answer has frame-ancestors none. What runs in
      // such a frame cannot lead it to another host either.
      "frame-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; ');
  c.header('content-security-policy', policy);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  if (!c.res.headers.has('cross-origin-resource-policy')) c.header('cross-origin-resource-policy', 'same-origin');
  c.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
};
