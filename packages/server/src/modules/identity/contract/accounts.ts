import { defineAction, id, version } from '@sallyport/core/contract';
import { z } from 'zod';
import { instant, login, personName, roleOver, secret, withNetwork } from './shapes.ts';

/** 三员: the administrator keeps accounts, the security officer gives rights over content; each within what `givers` of roles.ts says. */
const administration = {
  admits: { administrator: 'grant' },
  entry: withNetwork,
  stepUp: true,
} as const;

const newAccount = {
  login,
  name: personName,
  /** A person of the register; somebody without a place there may have an account too. */
  person: id.nullable(),
  roles: z.array(roleOver).max(20),
};

const accountErrors = {
  'identity.login-taken': 409,
  'identity.person-has-account': 409,
  'identity.not-yours-to-give': 403,
  'identity.roles-apart': 409,
} as const;

export const openAccount = defineAction({
  ...administration,
  name: 'identity.open-account',
  summary: { zh: '开立账号', en: 'Open an account' },
  input: z.strictObject(newAccount),
  output: z.strictObject({ account: id }),
  errors: accountErrors,
});

export const invite = defineAction({
  ...administration,
  name: 'identity.invite',
  summary: { zh: '开立账号并生成邀请链接', en: 'Open an account and make its invitation' },
  input: z.strictObject({
    ...newAccount,
    link: z.enum(['invitation', 'first-sign-in']).default('invitation'),
    /** Where the invitation is sent; afterwards only its holder changes it. */
    address: z.email().max(254).nullable().default(null),
  }),
  output: z.strictObject({ account: id, token: secret, endsAt: instant }),
  errors: accountErrors,
  secretOutput: true,
});

/** Only while the account has nothing to sign in with; afterwards it takes two persons (recovery). */
export const issueLink = defineAction({
  ...administration,
  name: 'identity.issue-link',
  summary: { zh: '重新生成登录链接', en: 'Make a new sign-in link' },
  input: z.strictObject({ account: id, kind: z.enum(['invitation', 'first-sign-in']) }),
  output: z.strictObject({ token: secret, endsAt: instant }),
  errors: { 'identity.can-sign-in-already': 409, 'identity.account-disabled': 409 },
  secretOutput: true,
});

export const disableAccount = defineAction({
  ...administration,
  name: 'identity.disable-account',
  summary: { zh: '停用账号', en: 'Disable an account' },
  input: z.strictObject({ account: id, version }),
  output: z.strictObject({ version }),
  errors: { 'identity.not-oneself': 409, 'identity.account-disabled': 409 },
});

export const enableAccount = defineAction({
  ...administration,
  name: 'identity.enable-account',
  summary: { zh: '恢复账号', en: 'Enable an account again' },
  input: z.strictObject({ account: id, version }),
  output: z.strictObject({ version }),
  errors: { 'identity.account-active': 409 },
});
