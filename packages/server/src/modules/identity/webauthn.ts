import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import type { passkeySignIn, registerPasskey } from './contract.ts';
import type { PasskeyKey } from './store/passkeys.ts';

type Registered = z.output<typeof registerPasskey.input>['response'];
export type Asserted = z.output<typeof passkeySignIn.input>['response'];

/** The site passkeys are bound to: the first origin's host. An address of numbers can have none, so a loopback one is `localhost`. */
const siteOf = ([first = '']: readonly string[]): string => {
  const { hostname } = new URL(first);
  return hostname === '127.0.0.1' || hostname === '[::1]' ? 'localhost' : hostname;
};

/** EdDSA, ES256, RS256: what every authenticator of today has one of; newer ones are still experimental in this Node. */
const supportedAlgorithmIDs = [-8, -7, -257];

type Asking = { readonly origins: readonly string[]; readonly challenge: Uint8Array<ArrayBuffer> };

export const registrationOptions = (
  { origins, challenge }: Asking,
  { id, login, name }: { readonly id: string; readonly login: string; readonly name: string },
  known: readonly string[],
) =>
  generateRegistrationOptions({
    rpName: '平安门 Sallyport',
    rpID: siteOf(origins),
    userID: Uint8Array.from(Buffer.from(id)),
    userName: login,
    userDisplayName: name,
    challenge,
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: known.map((credential) => ({ id: credential })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });

export const signInOptions = ({ origins, challenge }: Asking) =>
  generateAuthenticationOptions({ rpID: siteOf(origins), challenge, userVerification: 'required' });

type Checking = { readonly origins: readonly string[]; readonly holds: (challenge: string) => boolean };

/** The new credential; null where the answer is not one to our question, from our pages, with the person verified. */
export async function checkRegistration({ response, ...rest }: Registered, { origins, holds }: Checking) {
  const { transports, ...given } = response;
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...rest, response: { ...given, transports } },
    expectedChallenge: holds,
    expectedOrigin: [...origins],
    expectedRPID: siteOf(origins),
    supportedAlgorithmIDs,
    requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }));
  if (registrationInfo === undefined) return null;
  const { id, publicKey, counter } = registrationInfo.credential;
  return { credential: id, publicKey: Buffer.from(publicKey), counter };
}

/** The counter after this use; null where the signature, the question, the site or the counter is not right. */
export async function checkAssertion(
  { response, ...rest }: Asserted,
  { credential, publicKey, counter }: PasskeyKey,
  { origins, holds }: Checking,
): Promise<number | null> {
  const { userHandle, ...given } = response;
  const checked = await verifyAuthenticationResponse({
    response: { ...rest, response: userHandle === undefined ? given : { ...given, userHandle } },
    expectedChallenge: holds,
    expectedOrigin: [...origins],
    expectedRPID: siteOf(origins),
    credential: { id: credential, publicKey: Uint8Array.from(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => null);
  return checked?.verified === true ? checked.authenticationInfo.newCounter : null;
}

/** The question an answer is to, as the browser put it. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}
