import { defineAction, defineQuery, id, pageInput, pageOf } from '@sallyport/core/contract';
import { z } from 'zod';

export * from './contract/choices.ts';
export * from './contract/feeds.ts';

const nothing = z.strictObject({});
const language = z.enum(['zh', 'en']).nullable();
const address = z.email().max(254);

/** Recovery of the account goes to this address: whoever changes it proves once more that it is they. */
export const setAddress = defineAction({
  name: 'notices.set-address',
  summary: { zh: '设置通知邮箱', en: 'Set where letters go' },
  /** Null: no letters. Language null: both. */
  input: z.strictObject({ address: address.nullable(), language }),
  output: nothing,
  admits: 'signed-in',
  stepUp: true,
});

export const ownAddress = defineQuery({
  name: 'notices.address',
  summary: { zh: '查看我的通知邮箱', en: 'Where letters to me go' },
  input: nothing,
  output: z.strictObject({ address: z.string().nullable(), language }),
  admits: 'signed-in',
});

const administering = { admits: { administrator: 'grant' } } as const;

/** What did not leave by mail: there is no mail server, or it would not take it. */
export const outbox = defineQuery({
  ...administering,
  name: 'notices.outbox',
  summary: { zh: '查看待转交的通知', en: 'Letters that wait to be handed on' },
  input: z.strictObject(pageInput),
  output: pageOf(
    z.strictObject({
      letter: id,
      account: id,
      name: z.string(),
      address: z.string().nullable(),
      template: z.enum(['to-do', 'invitation', 'recovery', 'recovery-asked', 'sign-in-changed']),
      state: z.enum(['waiting', 'kept', 'refused']),
      code: z.string().nullable(),
      madeAt: z.iso.datetime(),
      /** The letter as it would have been sent. Null: recovery takes two persons, and the second one hands its link on. */
      text: z.string().nullable(),
    }),
  ),
  errors: { 'notices.bad-cursor': 400 },
  showsPerson: true,
});

export const handOn = defineAction({
  ...administering,
  name: 'notices.hand-on',
  summary: { zh: '标记通知已经转交', en: 'Mark a letter as handed on' },
  input: z.strictObject({ letter: id }),
  output: nothing,
  errors: { 'notices.settled': 409 },
});

/** What stayed because there was no mail server, or because it refused: letters are tried once more, by the same job. */
export const sendAgain = defineAction({
  ...administering,
  name: 'notices.send-again',
  summary: { zh: '重新发送通知', en: 'Send letters again' },
  /** Null: all that wait to be handed on. */
  input: z.strictObject({ letter: id.nullable() }),
  output: z.strictObject({ sending: z.int() }),
  errors: { 'notices.no-mail-server': 409, 'notices.settled': 409 },
});

/** Of the program alone, when the first letter is about to leave the house under a handover: which one each leaves under stands with it. */
export const mailLeaves = defineAction({
  name: 'notices.mail-leaves',
  summary: { zh: '通知邮件发往单位以外', en: 'Let letters leave the house' },
  input: z.strictObject({ handover: id }),
  output: nothing,
  admits: {},
  errors: { 'privacy.handover-first': 409 },
});

/** Of the program alone: for those whose morning it is, or to whom the law gives no time until then; one letter at most for each. */
export const writeDigests = defineAction({
  name: 'notices.write-digests',
  summary: { zh: '按时提醒承办人', en: 'Remind those who have to act' },
  input: z.strictObject({ accounts: z.array(id).min(1).max(500), why: z.enum(['morning', 'law']) }),
  output: z.strictObject({ written: z.int() }),
  admits: {},
});
