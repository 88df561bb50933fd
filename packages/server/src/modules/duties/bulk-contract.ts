import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

/** Duties of one request: of a longer choice the console asks part by part. */
export const mostAtOnce = 200;

const duties = z
  .array(z.strictObject({ rule: id, subject: id, period: civilDay.nullable() }))
  .min(1)
  .max(mostAtOnce);

/** Why one duty of many was passed over. */
export const passedOver = [
  /** Not there, or out of reach. */
  'not-found',
  /** It asks for nothing any more. */
  'settled',
  'already-theirs',
  'nobody-to-remind',
  /** Whoever has to act has no account, or no address. */
  'no-address',
  'reminded-today',
] as const;
const refused = z.array(z.strictObject({ at: z.int(), why: z.enum(passedOver) }));

/** Null: whoever the rule names, again. Undone by naming `before` again. */
export const assignDuties = defineAction({
  name: 'duties.assign',
  summary: { zh: '指定承办人', en: 'Assign duties' },
  input: z.strictObject({ person: id.nullable(), duties }),
  output: z.strictObject({ done: z.array(z.strictObject({ at: z.int(), before: id.nullable() })), refused }),
  admits: { 'security-officer': 'grant', 'unit-liaison': 'grant' },
  errors: { 'duties.person-gone': 409, 'duties.organisation-first': 409, 'register.fields-refused': 422 },
});

/** A letter to each who has to act, that says there is something to do and nothing of what; one a day, however many duties there are. */
export const remindOfDuties = defineAction({
  name: 'duties.remind',
  summary: { zh: '提醒承办人', en: 'Remind assignees' },
  input: z.strictObject({ duties }),
  output: z.strictObject({ done: z.array(z.int()), refused, letters: z.int() }),
  admits: { 'security-officer': 'grant', 'unit-liaison': 'grant' },
});

/** What is looked up by name is not kept: a view holds ids and words of the law. */
const search = z.partialRecord(
  z.enum([
    'status',
    'group',
    'instrument',
    'clause',
    'rule',
    'bearer',
    'unit',
    'assignee',
    'subject',
    'from',
    'before',
  ]),
  z.string().max(200),
);
const name = text(60).pipe(z.string().min(1));

export const saveDutyView = defineAction({
  name: 'duties.saveView',
  summary: { zh: '保存列表视图', en: 'Save a view of the list' },
  /** Without `id` a new one; with it, the one of this id under this name. */
  input: z.strictObject({ id: id.optional(), name, search }),
  output: z.strictObject({ id }),
  admits: 'signed-in',
  errors: {
    'duties.view-named-so': 409,
    'duties.enough-views': 409,
    'register.classified-mark': 422,
  },
});

export const removeDutyView = defineAction({
  name: 'duties.removeView',
  summary: { zh: '删除列表视图', en: 'Remove a view of the list' },
  input: z.strictObject({ id }),
  output: z.strictObject({}),
  admits: 'signed-in',
});

export const dutyViews = defineQuery({
  name: 'duties.views',
  summary: { zh: '查看保存的列表视图', en: 'Saved views of the list' },
  input: z.strictObject({}),
  output: z.strictObject({ views: z.array(z.strictObject({ id, name: z.string(), search })) }),
  admits: 'signed-in',
});
