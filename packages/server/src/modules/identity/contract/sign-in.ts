import { defineAction, id } from '@sallyport/core/contract';
import { z } from 'zod';
import { instant, need, nothing, password, secret, withNetwork } from './shapes.ts';

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

const secondFactor = [
  z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ recoveryCode: z.string().min(1).max(60) }),
] as const;

export const prove = defineAction({
  name: 'identity.prove',
  summary: { zh: '再次验证身份', en: 'Prove who you are' },
  input: z.union([
    ...secondFactor,
    // Only where the account has no second factor.
    z.strictObject({ password }),
  ]),
  output: signedIn,
  admits: 'signed-in',
  errors: { 'identity.proof-refused': 401, 'identity.wait': 429, 'identity.no-session': 409 },
  secretOutput: true,
});

/**
 * The link of an invitation, of the first sign-in or of a recovery: used once. One that another account made lets nobody in by itself:
 * somebody outside its hands meets its holder first (`waits`), or the holder gives what only the owner of the account still has (`proof`).
 */
export const acceptLink = defineAction({
  name: 'identity.accept-link',
  summary: { zh: '使用一次性链接登录', en: 'Sign in by a one-time link' },
  input: z.strictObject({
    token: secret,
    // Left out by somebody who will register a passkey.
    password: password.optional(),
    /** Of a recovery: a second factor that was not lost. */
    proof: z.union(secondFactor).optional(),
  }),
  output: signedIn.extend({
    /** The code to tell whoever meets the holder, and until when that has to be. */
    waits: z.strictObject({ code: z.string(), endsAt: instant }).nullable(),
  }),
  admits: 'public',
  errors: {
    'identity.link-not-valid': 410,
    'identity.nobody-eligible': 409,
    'identity.password-first': 422,
    'identity.proof-refused': 401,
    'identity.wait': 429,
    'identity.password-too-short': 422,
    'identity.password-too-simple': 422,
    'identity.password-holds-login': 422,
  },
  entry: withNetwork,
  secretOutput: true,
});

/** By whoever is signed in to the account that others would have recovered. */
export const stopRecovery = defineAction({
  name: 'identity.stop-recovery',
  summary: { zh: '终止对本人账号的恢复', en: "Stop the recovery of one's own account" },
  input: nothing,
  output: z.strictObject({ stopped: z.int() }),
  admits: 'signed-in',
  errors: { 'identity.no-session': 409 },
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
