import { defineAction, id } from '@sallyport/core/contract';
import { z } from 'zod';
import { instant, nothing, role, withNetwork } from './shapes.ts';

const giving = {
  admits: { administrator: 'grant', 'security-officer': 'grant' },
  entry: withNetwork,
  stepUp: true,
} as const;

export const grantRole = defineAction({
  ...giving,
  name: 'identity.grant-role',
  summary: { zh: '授予角色', en: 'Give a role' },
  input: z.strictObject({
    account: id,
    role,
    /** The unit and all under it; null for the whole organisation. */
    unit: id.nullable(),
    from: instant.optional(),
    until: instant.optional(),
    /** AB角: the account whose deputy this one is, for the time between `from` and `until`. */
    standsInFor: id.optional(),
  }),
  output: z.strictObject({ grant: id }),
  errors: {
    'identity.not-yours-to-give': 403,
    'identity.not-oneself': 409,
    'identity.roles-apart': 409,
    'identity.role-held': 409,
    'identity.dates-turned': 422,
    'identity.deputy-needs-end': 422,
    'identity.deputy-of-nobody': 409,
    'identity.account-disabled': 409,
  },
});

export const revokeRole = defineAction({
  ...giving,
  name: 'identity.revoke-role',
  summary: { zh: '收回角色', en: 'Take a role back' },
  input: z.strictObject({ grant: id }),
  output: nothing,
  errors: { 'identity.not-yours-to-give': 403 },
});

/** Turned on by one person; turning it off takes two (two-persons.ts). */
export const requireSeparation = defineAction({
  name: 'identity.require-separation',
  summary: { zh: '启用三员分立', en: 'Require the three separate roles' },
  input: nothing,
  output: nothing,
  admits: { administrator: 'grant', 'security-officer': 'grant', auditor: 'grant' },
  entry: withNetwork,
  stepUp: true,
  errors: { 'identity.roles-apart': 409 },
});
