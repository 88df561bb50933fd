import { defineAction, defineQuery, id } from '@sallyport/core/contract';
import { z } from 'zod';
import { instant, label, nothing, secret, withNetwork } from './shapes.ts';

/** For programs: acts with the roles of its account, for the named actions and queries alone, until its day. Shown once. */
export const makeToken = defineAction({
  name: 'identity.make-token',
  summary: { zh: '生成访问令牌', en: 'Make an access token' },
  input: z.strictObject({
    label,
    scopes: z.array(z.string().max(100)).min(1).max(100),
    until: instant,
    /** What a token reads leaves the house: the handover that was recorded for it. */
    handover: id.optional(),
  }),
  output: z.strictObject({ tokenId: id, token: secret }),
  admits: 'signed-in',
  errors: {
    'identity.no-session': 409,
    'identity.scope-unknown': 422,
    'identity.scope-not-for-tokens': 422,
    'identity.token-too-long': 422,
    'privacy.handover-first': 409,
    'privacy.handover-without-people': 409,
  },
  entry: withNetwork,
  stepUp: true,
  secretOutput: true,
});

export const endToken = defineAction({
  name: 'identity.end-token',
  summary: { zh: '停用访问令牌', en: 'End an access token' },
  input: z.strictObject({ token: id }),
  output: nothing,
  admits: 'signed-in',
});

export const tokens = defineQuery({
  name: 'identity.tokens',
  summary: { zh: '我的访问令牌', en: 'My access tokens' },
  input: nothing,
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        token: id,
        label: z.string(),
        scopes: z.array(z.string()),
        madeAt: instant,
        until: instant,
        usedOn: z.string().nullable(),
      }),
    ),
  }),
  admits: 'signed-in',
});
