import { civilDay, defineAction, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const duty = { rule: id, subject: id, period: civilDay.nullable() };
const reason = text(2000).refine((value) => Array.from(value).length >= 4, 'too short');

/** What two persons may decide about a duty that is not met. */
export const putOffKinds = ['waiver', 'override'] as const;
export type PutOffKind = (typeof putOffKinds)[number];

/** Why a duty cannot be put off, or be passed by. */
export const refusedFor = ['never-waived', 'never-put-off', 'no-gate', 'never-overridden', 'not-open'] as const;
export type RefusedFor = (typeof refusedFor)[number];

const decided = { 'security-officer': 'grant' } as const;
const asked = z.strictObject({ act: id, endsAt: z.iso.datetime() });
const askErrors = {
  'duties.never-put-off': 409,
  'duties.not-open': 409,
  'duties.own-duty': 409,
  'duties.already-asked': 409,
  'duties.end-out-of-bounds': 422,
  'identity.nobody-eligible': 409,
  'identity.no-session': 409,
  'register.classified-mark': 422,
} as const;

export const waiveDuty = defineAction({
  name: 'duties.waive',
  summary: { zh: '申请暂缓一条应办事项', en: 'Ask for a waiver' },
  /** `until` is exclusive and at most a year away. `authority`: the decision or the letter that it rests on. */
  input: z.strictObject({ ...duty, reason, authority: text(300).pipe(z.string().min(1)), until: civilDay }),
  output: asked,
  admits: decided,
  errors: { ...askErrors, 'duties.never-waived': 409 },
  stepUp: true,
});

export const overrideDuty = defineAction({
  name: 'duties.override',
  summary: { zh: '申请例外放行', en: 'Ask for an override' },
  input: z.strictObject({ ...duty, reason, until: civilDay }),
  output: asked,
  admits: decided,
  errors: { ...askErrors, 'duties.no-gate': 409, 'duties.never-overridden': 409 },
  stepUp: true,
});

/** Ended from today on by one person: what the law asks for holds again. What was decided stays known. */
export const endPutOff = defineAction({
  name: 'duties.endPutOff',
  summary: { zh: '提前终止暂缓或者例外放行', en: 'End a waiver or an override early' },
  input: z.strictObject({ kind: z.enum(putOffKinds), id, reason }),
  output: z.strictObject({ id }),
  admits: decided,
  errors: { 'duties.already-ended': 409, 'register.classified-mark': 422, 'register.fields-refused': 422 },
});

const possible = z.strictObject({
  /** Null where it may be asked for. */
  refusedFor: z.enum(refusedFor).nullable(),
  /** The clause that asks for the duty, or the one that lets a waiver be given; null where it is policy. */
  clause: z.strictObject({ id, name: said }).nullable(),
});

/** What was decided about a duty, what waits for a second person, and what may be asked for. */
export const putOffShown = z.strictObject({
  waiver: possible,
  override: possible,
  /** A waiver is given until this day at most. */
  latest: civilDay,
  decisions: z.array(
    z.strictObject({
      kind: z.enum(putOffKinds),
      id,
      grantedOn: civilDay.nullable(),
      until: civilDay,
      inForce: z.boolean(),
      reason: z.string().nullable(),
      authority: z.string().nullable(),
      first: z.string().nullable(),
      second: z.string().nullable(),
    }),
  ),
  waiting: z.array(
    z.strictObject({
      act: id,
      kind: z.enum(putOffKinds),
      until: civilDay,
      endsAt: z.iso.datetime(),
      mine: z.boolean(),
    }),
  ),
});
