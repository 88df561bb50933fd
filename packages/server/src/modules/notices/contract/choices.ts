import { defineAction, defineQuery, zone } from '@sallyport/core/contract';
import { z } from 'zod';

/** How what somebody has to do is told: each thing at once, or gathered into one letter a day or a week. */
export const digests = ['each', 'daily', 'weekly'] as const;
export type Digest = (typeof digests)[number];

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const choice = z.strictObject({
  zone,
  /** Hours in which no letter comes but what the law makes urgent; null: none are. */
  quiet: z.strictObject({ from: time, until: time }).nullable(),
  digest: z.enum(digests),
});

export const choose = defineAction({
  name: 'notices.choose',
  summary: { zh: '设置何时通知我', en: 'Set when I am told' },
  input: choice,
  output: z.strictObject({}),
  admits: 'signed-in',
  errors: { 'notices.quiet-too-long': 422 },
});

export const choices = defineQuery({
  name: 'notices.choices',
  summary: { zh: '查看何时通知我', en: 'When I am told' },
  input: z.strictObject({}),
  output: choice,
  admits: 'signed-in',
});
