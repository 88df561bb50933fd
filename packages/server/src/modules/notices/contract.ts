import { defineAction, defineQuery, id, pageInput, pageOf } from '@sallyport/core/contract';
import { z } from 'zod';

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
      template: z.enum(['to-do', 'invitation', 'recovery', 'sign-in-changed']),
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

/** Of the program alone: once a day, one letter at most for each person. */
export const writeDigests = defineAction({
  name: 'notices.write-digests',
  summary: { zh: '提醒承办人', en: 'Remind those who have to act' },
  input: z.strictObject({ after: id.nullable() }),
  output: z.strictObject({ written: z.int(), next: id.nullable() }),
  admits: {},
});
