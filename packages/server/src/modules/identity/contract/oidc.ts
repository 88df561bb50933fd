import { defineAction, defineQuery } from '@sallyport/core/contract';
import { z } from 'zod';
import { nothing, secret, withNetwork } from './shapes.ts';
import { signedIn } from './sign-in.ts';

/** Where the provider sends the browser back to; the page there posts what it got to `identity.oidc-sign-in` or `identity.link-oidc`. */
export const oidcReturnPath = '/sign-in/oidc';

/** Sealed here and kept by the page between the two steps: state, nonce and the verifier of PKCE. */
const ticket = z.string().min(1).max(2000);

/** The query string of the address the provider sent the browser back to. */
const answer = z.string().min(1).max(8000);

const problems = { 'identity.oidc-not-set-up': 409, 'identity.oidc-unreachable': 409 } as const;

export const oidcBegin = defineQuery({
  name: 'identity.oidc-begin',
  summary: { zh: '前往统一身份认证', en: 'Go to the single sign-on provider' },
  input: z.strictObject({ purpose: z.enum(['sign-in', 'link']) }),
  output: z.strictObject({ address: z.string(), ticket }),
  admits: 'public',
  errors: problems,
});

export const oidcSignIn = defineAction({
  name: 'identity.oidc-sign-in',
  summary: { zh: '用统一身份认证登录', en: 'Sign in through the provider' },
  input: z.strictObject({ ticket, answer }),
  output: signedIn,
  admits: 'public',
  errors: { ...problems, 'identity.oidc-refused': 401, 'identity.oidc-not-linked': 401 },
  entry: withNetwork,
  secretOutput: true,
});

/** Only somebody signed in links their own account; signing in never makes or finds one by name or mail address. */
export const linkOidc = defineAction({
  name: 'identity.link-oidc',
  summary: { zh: '关联统一身份认证', en: 'Link the provider to this account' },
  input: z.strictObject({ ticket, answer }),
  output: nothing,
  admits: 'signed-in',
  errors: {
    ...problems,
    'identity.oidc-refused': 401,
    'identity.oidc-linked-already': 409,
    'identity.no-session': 409,
  },
  stepUp: true,
});

export const unlinkOidc = defineAction({
  name: 'identity.unlink-oidc',
  summary: { zh: '取消关联统一身份认证', en: 'Unlink the provider' },
  input: z.strictObject({ issuer: secret }),
  output: nothing,
  admits: 'signed-in',
  errors: { 'identity.last-credential': 409, 'identity.last-second-factor': 409 },
  stepUp: true,
});
