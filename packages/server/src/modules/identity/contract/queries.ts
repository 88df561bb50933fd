import { cursor, defineQuery, id, pageInput, pageOf, version } from '@sallyport/core/contract';
import { z } from 'zod';
import { instant, need, nothing, role } from './shapes.ts';

const factor = z.enum(['password', 'link', 'oidc', 'totp', 'passkey', 'recovery-code']);

const heldRole = z.strictObject({
  grant: id,
  role,
  unit: id.nullable(),
  from: instant,
  until: instant.nullable(),
  standsInFor: id.nullable(),
});

export const me = defineQuery({
  name: 'identity.me',
  summary: { zh: '我的账号', en: 'My account' },
  input: nothing,
  output: z.strictObject({
    account: id,
    login: z.string(),
    name: z.string(),
    person: id.nullable(),
    roles: z.array(heldRole),
    need,
    fresh: z.boolean(),
    via: z.enum(['session', 'token']),
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(z.strictObject({ passkey: id, label: z.string(), madeAt: instant, usedAt: instant.nullable() })),
    linkedTo: z.array(z.string()),
    /** Since when others are recovering this account. */
    recoveredSince: instant.nullable(),
  }),
  admits: 'signed-in',
});

/** The first thing the console asks: whether somebody is there, and how one gets in. A stranger learns no more than the page shows. */
export const signInWays = defineQuery({
  name: 'identity.sign-in-ways',
  summary: { zh: '可用的登录方式', en: 'Ways to sign in' },
  input: nothing,
  output: z.strictObject({ signedIn: z.boolean(), oidc: z.boolean() }),
  admits: 'public',
});

export const sessions = defineQuery({
  name: 'identity.sessions',
  summary: { zh: '我的登录会话', en: 'My sessions' },
  input: nothing,
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        session: id,
        current: z.boolean(),
        factors: z.array(factor),
        startedAt: instant,
        usedAt: instant,
        endsAt: instant,
        address: z.string().nullable(),
        device: z.string().nullable(),
      }),
    ),
  }),
  admits: 'signed-in',
});

/** By name, so that no order says anything about anybody. */
export const accounts = defineQuery({
  name: 'identity.accounts',
  summary: { zh: '账号列表', en: 'Accounts' },
  input: z.strictObject(pageInput),
  output: pageOf(
    z.strictObject({
      account: id,
      login: z.string(),
      name: z.string(),
      person: id.nullable(),
      status: z.enum(['active', 'disabled']),
      canSignIn: z.boolean(),
      hasSecondFactor: z.boolean(),
      version,
    }),
  ),
  admits: { administrator: 'grant', 'security-officer': 'grant', auditor: 'grant' },
  showsPerson: true,
});

export const grants = defineQuery({
  name: 'identity.grants',
  summary: { zh: '角色授予情况', en: 'Roles given' },
  input: z.strictObject({ ...pageInput, account: id.optional(), cursor: cursor.optional() }),
  output: pageOf(heldRole.extend({ account: id, name: z.string() })),
  admits: { administrator: 'grant', 'security-officer': 'grant', auditor: 'grant' },
  showsPerson: true,
});

export const separation = defineQuery({
  name: 'identity.separation',
  summary: { zh: '三员分立是否启用', en: 'Whether the three separate roles are required' },
  input: nothing,
  output: z.strictObject({ required: z.boolean() }),
  admits: { administrator: 'grant', 'security-officer': 'grant', auditor: 'grant' },
});
