import { defineAction, defineQuery, id } from '@sallyport/core/contract';
import { z } from 'zod';
import { label, need, nothing, withNetwork } from './shapes.ts';
import { signedIn } from './sign-in.ts';

/** What `navigator.credentials` gives and takes as JSON (Web Authentication, level 3); unknown members of an answer are dropped. */
const base64url = z
  .string()
  .max(8192)
  .regex(/^[A-Za-z0-9_-]*$/);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

const registered = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});

const asserted = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});

/** For `navigator.credentials.create`. */
export const passkeyRegistrationOptions = defineQuery({
  name: 'identity.passkey-registration-options',
  summary: { zh: '通行密钥注册参数', en: 'What an authenticator needs to make a passkey' },
  input: nothing,
  output: z.strictObject({ options: z.record(z.string(), z.unknown()) }),
  admits: 'signed-in',
});

export const registerPasskey = defineAction({
  name: 'identity.register-passkey',
  summary: { zh: '添加通行密钥', en: 'Add a passkey' },
  input: z.strictObject({ label, response: registered }),
  output: z.strictObject({ passkey: id, need }),
  admits: 'signed-in',
  errors: { 'identity.passkey-refused': 422, 'identity.passkey-known': 409, 'identity.no-session': 409 },
  stepUp: true,
});

export const removePasskey = defineAction({
  name: 'identity.remove-passkey',
  summary: { zh: '停用通行密钥', en: 'Remove a passkey' },
  input: z.strictObject({ passkey: id }),
  output: nothing,
  admits: 'signed-in',
  errors: { 'identity.last-second-factor': 409, 'identity.last-credential': 409 },
  stepUp: true,
});

/** For `navigator.credentials.get`, to sign in and to prove afresh; names no account. */
export const passkeyOptions = defineQuery({
  name: 'identity.passkey-options',
  summary: { zh: '通行密钥登录参数', en: 'What an authenticator needs to sign in' },
  input: nothing,
  output: z.strictObject({ options: z.record(z.string(), z.unknown()) }),
  admits: 'public',
});

/** The authenticator checked who holds it: this is both factors at once. */
export const passkeySignIn = defineAction({
  name: 'identity.passkey-sign-in',
  summary: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  input: z.strictObject({ response: asserted }),
  output: signedIn,
  admits: 'public',
  errors: { 'identity.sign-in-refused': 401 },
  entry: withNetwork,
  secretOutput: true,
});

export const proveWithPasskey = defineAction({
  name: 'identity.prove-with-passkey',
  summary: { zh: '用通行密钥再次验证身份', en: 'Prove who you are with a passkey' },
  input: z.strictObject({ response: asserted }),
  output: signedIn,
  admits: 'signed-in',
  errors: { 'identity.proof-refused': 401, 'identity.no-session': 409 },
  secretOutput: true,
});
