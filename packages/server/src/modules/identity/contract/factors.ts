import { defineAction } from '@sallyport/core/contract';
import { z } from 'zod';
import { need, nothing, password } from './shapes.ts';

const own = { admits: 'signed-in' } as const;

export const changePassword = defineAction({
  ...own,
  name: 'identity.change-password',
  summary: { zh: '设置或修改密码', en: 'Set or change the password' },
  input: z.strictObject({ password }),
  output: z.strictObject({ endedSessions: z.int() }),
  errors: {
    'identity.password-too-short': 422,
    'identity.password-too-simple': 422,
    'identity.password-holds-login': 422,
  },
  stepUp: true,
});

export const beginTotp = defineAction({
  ...own,
  name: 'identity.begin-totp',
  summary: { zh: '开始设置动态验证码', en: 'Begin to set up one-time codes' },
  input: nothing,
  output: z.strictObject({ address: z.string(), secret: z.string() }),
  errors: { 'identity.totp-is-set': 409 },
  stepUp: true,
  secretOutput: true,
});

export const confirmTotp = defineAction({
  ...own,
  name: 'identity.confirm-totp',
  summary: { zh: '确认动态验证码', en: 'Confirm one-time codes' },
  input: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  output: z.strictObject({ need }),
  errors: {
    'identity.proof-refused': 401,
    'identity.wait': 429,
    'identity.totp-not-begun': 409,
    'identity.no-session': 409,
  },
  stepUp: true,
});

export const removeTotp = defineAction({
  ...own,
  name: 'identity.remove-totp',
  summary: { zh: '停用动态验证码', en: 'Stop using one-time codes' },
  input: nothing,
  output: nothing,
  errors: { 'identity.last-second-factor': 409, 'identity.last-credential': 409 },
  stepUp: true,
});

export const makeRecoveryCodes = defineAction({
  ...own,
  name: 'identity.make-recovery-codes',
  summary: { zh: '生成恢复码', en: 'Make recovery codes' },
  input: nothing,
  output: z.strictObject({ codes: z.array(z.string()) }),
  errors: { 'identity.no-second-factor': 409 },
  stepUp: true,
  secretOutput: true,
});
