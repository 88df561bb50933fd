import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator program does it: SHA-1, six digits, thirty seconds. */
const period = 30;

export const newTotpSecret = (): Buffer => Buffer.from(new Secret({ size: 20 }).bytes);

const totpOf = (secret: Uint8Array, label: string): TOTP =>
  new TOTP({ issuer: 'Sallyport', label, secret: Secret.fromHex(Buffer.from(secret).toString('hex')), period });

/** What an authenticator program reads from a picture. */
export const totpAddress = (secret: Uint8Array, login: string): string => totpOf(secret, login).toString();

/** The step a code belongs to, one to either side of now; null where it is no code of this secret. The caller accepts a step once. */
export function stepOf(secret: Uint8Array, code: string, milliseconds: number): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: milliseconds, window: 1 });
  return delta === null ? null : Math.floor(milliseconds / 1000 / period) + delta;
}
