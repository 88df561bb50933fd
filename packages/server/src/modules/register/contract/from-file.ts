import { civilDay, defineAction, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

const field = z.string().max(60);
const named = { kind: z.string().max(60), id, fields: z.array(field).min(1).max(60) };
const deciding = {
  admits: { 'security-officer': 'grant' },
  output: z.strictObject({ kind: id, id }),
  errors: { 'register.no-such-kind': 404, 'register.not-held': 409 },
} as const;

/** On purpose and with a reason: from then on the field is kept here, and no file changes it. */
export const takeOver = defineAction({
  ...deciding,
  name: 'register.take-over',
  summary: { zh: '接管人事文件中的栏目', en: 'take over fields that come from HR' },
  input: z.strictObject({ ...named, reason: text(500).pipe(z.string().min(1)) }),
});

export const giveBack = defineAction({
  ...deciding,
  name: 'register.give-back',
  summary: { zh: '把接管的栏目交回人事文件', en: 'give fields back to HR' },
  input: z.strictObject(named),
});

/** By the machine alone, when an import of a personnel file has been applied. */
export const holdFields = defineAction({
  name: 'register.hold',
  summary: { zh: '记下人事文件的栏目', en: 'note which fields a personnel file keeps' },
  input: z.strictObject({
    import: id,
    day: civilDay,
    facts: z
      .array(z.strictObject({ kind: z.string(), fact: id, person: id.nullable(), fields: z.array(field) }))
      .min(1)
      .max(500),
  }),
  output: z.strictObject({ facts: z.int() }),
  admits: {},
});

/** By the machine alone, when that import was undone. */
export const releaseFields = defineAction({
  name: 'register.release',
  summary: { zh: '撤去一次导入对栏目的占用', en: 'release what an import kept' },
  input: z.strictObject({ import: id }),
  output: z.strictObject({ facts: z.int() }),
  admits: {},
});

/** A field that the personnel file keeps, by the last file that said so; `taken`: it is kept here all the same. */
export const heldField = z.strictObject({ field, day: civilDay, taken: z.boolean() });
