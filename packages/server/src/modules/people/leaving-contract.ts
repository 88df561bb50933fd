import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

const officer = { 'security-officer': 'grant' } as const;
const reason = text(500).refine((value) => Array.from(value).length >= 4, 'too short');

const item = z.strictObject({
  what: z.enum(['duty', 'copy', 'trip', 'appointment', 'role']),
  /** The rule of a duty, the role, or the kind of the fact. */
  name: z.string(),
  fact: id.nullable(),
  period: civilDay.nullable(),
});

/** Never blocked (PEOPLE.md): what is open is listed, and the leaving is recorded all the same. */
export const leave = defineAction({
  name: 'people.leave',
  summary: { zh: '办理离岗离职', en: 'Record that somebody leaves' },
  input: z.strictObject({
    person: id,
    decidedOn: civilDay,
    effectiveOn: civilDay,
    secretBearing: z.boolean(),
    withoutPermission: z.boolean(),
  }),
  output: z.strictObject({ leaving: id }),
  admits: officer,
  errors: { 'people.leaving-already': 409, 'people.not-oneself': 409, 'register.fields-refused': 422 },
});

export const handItem = defineAction({
  name: 'people.hand-item',
  summary: { zh: '把离岗人员的一项交给他人', en: 'Hand one item of a leaver to somebody' },
  input: z.strictObject({ leaving: id, position: z.int().min(0), receiver: id }),
  output: z.strictObject({ leaving: id }),
  admits: officer,
  errors: { 'people.item-not-open': 409, 'people.same-person': 422, 'register.fields-refused': 422 },
});

export const takeLeavingBack = defineAction({
  name: 'people.take-leaving-back',
  summary: { zh: '撤回离岗离职', en: 'Take a leaving back' },
  input: z.strictObject({ leaving: id, reason }),
  output: z.strictObject({ leaving: id }),
  admits: officer,
  errors: { 'people.not-leaving': 409, 'register.fields-refused': 422 },
});

/** By the machine alone: the last day of those whose leaving was recorded before it has come. */
export const endLeavers = defineAction({
  name: 'people.end-leavers',
  summary: { zh: '到期办结离岗离职', en: 'Carry out the leavings whose day has come' },
  input: z.strictObject({}),
  output: z.strictObject({ ended: z.int() }),
  admits: {},
});

/** All that a handover sheet says: who leaves, when, and what is open or with whom. */
export const showLeaving = defineQuery({
  name: 'people.leaving',
  summary: { zh: '查看某人的离岗离职和交接', en: "Somebody's leaving and what is to be handed over" },
  input: z.strictObject({ person: id }),
  output: z.strictObject({
    /** What would be listed if it were recorded now; of a leaving that is recorded see its own items. */
    open: z.array(item),
    leaving: z
      .strictObject({
        leaving: id,
        effectiveOn: civilDay,
        state: z.enum(['waiting', 'over']),
        items: z.array(
          item.extend({ position: z.int(), receiver: id.nullable(), handedAt: z.iso.datetime().nullable() }),
        ),
      })
      .nullable(),
  }),
  admits: officer,
  showsPerson: true,
});
