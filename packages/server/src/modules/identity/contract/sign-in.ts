import { defineAction, id } from '@sallyport/core/contract';
import { z } from 'zod';
import { need, nothing, password, secret, withNetwork } from './shapes.ts';

/**
 * The answer of every way to sign in. Over HTTP the two secrets leave as cookies that no script can read, and `need` alone stays in the
 * body: what the person has to do next, or null.
 */
export const signedIn = z.strictObject({ session: secret.nullable(), device: secret.nullable(), need });

export const signIn = defineAction({
  name: 'identity.sign-in',
  summary: { zh: '用密码登录', en: 'Sign in with a password' },
  // Any name is taken here: what a login name may look like would tell which ones there are none of.
  input: z.strictObject({ login: z.string().min(1).max(200), password }),
  output: signedIn,
  admits: 'public',
  errors: { 'identity.sign-in-refused': 401, 'identity.wait': 429 },
  entry: withNetwork,
  secretOutput: true,
});

export const signOut = defineAction({
  name: 'identity.sign-out',
  summary: { zh: '退出登录', en: 'Sign out' },
  input: nothing,
  output: nothing,
  admits: 'signed-in',
  errors: { 'identity.no-session': 409 },
});

export const prove = defineAction({
  name: 'identity.prove',
  summary: { zh: '再次验证身份', en: 'Prove who you are' },
  input: z.union([
    z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
    z.strictObject({ recoveryCode: z.string().min(1).max(60) }),
    // Only where the account has no second factor.
    z.strictObject({ password }),
  ]),
  output: signedIn,
  admits: 'signed-in',
  errors: { 'identity.proof-refused': 401, 'identity.wait': 429, 'identity.no-session': 409 },
  secretOutput: true,
});

/** The link of an invitation, of the first sign-in or of a recovery: used once. */
export const acceptLink = defineAction({
  name: 'identity.accept-link',
  summary: { zh: '使用一次性链接登录', en: 'Sign in by a one-time link' },
  input: z.strictObject({
    token: secret,
    // Left out by somebody who will register a passkey.
    password: password.optional(),
  }),
  output: signedIn,
  admits: 'public',
  errors: {
    'identity.link-not-valid': 410,
    'identity.password-too-short': 422,
    'identity.password-too-simple': 422,
    'identity.password-holds-login': 422,
  },
  entry: withNetwork,
  secretOutput: true,
});

export const endSession = defineAction({
  name: 'identity.end-session',
  summary: { zh: '结束一个登录会话', en: 'End a session' },
  input: z.strictObject({ session: id }),
  output: nothing,
  admits: 'signed-in',
});

export const endOtherSessions = defineAction({
  name: 'identity.end-other-sessions',
  summary: { zh: '结束其他所有登录会话', en: 'End all other sessions' },
  input: nothing,
  output: z.strictObject({ ended: z.int() }),
  admits: 'signed-in',
  errors: { 'identity.no-session': 409 },
});
