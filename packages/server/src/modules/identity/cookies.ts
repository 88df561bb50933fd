import { deviceFor } from './limits.ts';

/** The prefix makes browsers refuse the cookie unless it is Secure, for `/`, and set by this very host. */
export const sessionCookie = '__Host-session';
export const deviceCookie = '__Host-device';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

export const setSession = (token: string): string => `${sessionCookie}=${token}; ${attributes}`;

export const setDevice = (token: string): string => `${deviceCookie}=${token}; ${attributes}; Max-Age=${deviceFor}`;

export const endSessionCookie = `${sessionCookie}=; ${attributes}; Max-Age=0`;

/** The value of a cookie in a header; null where it is missing, or there twice: then somebody else set one of them. */
export function cookieOf(header: string | null, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}
