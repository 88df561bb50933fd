import { civilDay, defineAction, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { z } from 'zod';

const officer = { 'security-officer': 'grant' } as const;
const reason = text(500).refine((value) => Array.from(value).length >= 4, 'too short');

const said = z.strictObject({ zh: z.string(), en: z.string() });

/** Of what kind something is that a leaver hands over. */
const whats = ['duty', 'copy', 'device', 'trip', 'appointment', 'role'] as const;

const item = z.strictObject({
  what: z.enum(whats),
  /** The rule of a duty, the role, or the kind of the fact. */
  name: z.string(),
  /** As people call it: what a duty asks for, the document of a copy, the kind of a trip, a responsibility, a role. */
  title: said,
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
  errors: {
    'people.item-not-open': 409,
    'people.same-person': 422,
    'register.fields-refused': 422,
    'duties.person-gone': 409,
    'duties.organisation-first': 409,
  },
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
  /** Of those that failed, which: they are tried again with the next run, and kept nobody else. */
  output: z.strictObject({ ended: z.int(), failed: z.array(id) }),
  admits: {},
});

/** All duties that are not handed over yet: who takes them on is named to act on each. */
export const handDuties = defineAction({
  name: 'people.hand-duties',
  summary: { zh: '把离岗人员的全部未办结事项交给他人', en: 'Hand all open duties of a leaver to somebody' },
  input: z.strictObject({ leaving: id, receiver: id }),
  output: z.strictObject({ leaving: id, handed: z.int() }),
  admits: officer,
  errors: {
    'people.item-not-open': 409,
    'people.same-person': 422,
    'duties.person-gone': 409,
    'duties.organisation-first': 409,
  },
});

/** Who leaves, when, and how much of it is open. */
export const showLeaving = defineQuery({
  name: 'people.leaving',
  summary: { zh: '查看某人的离岗离职和交接', en: "Somebody's leaving and what is to be handed over" },
  input: z.strictObject({ person: id }),
  output: z.strictObject({
    /** What would be listed if it were recorded now, as far as anybody reads; of a leaving that is recorded see its own items. */
    open: z.array(item),
    openCount: z.int(),
    leaving: z
      .strictObject({
        leaving: id,
        effectiveOn: civilDay,
        state: z.enum(['waiting', 'over']),
        open: z.int(),
        handed: z.int(),
      })
      .nullable(),
  }),
  admits: officer,
  showsPerson: true,
});

/** What is to be handed over, or was, in the order it was listed in. */
export const leavingItems = defineQuery({
  name: 'people.leaving-items',
  summary: { zh: '查看离岗离职交接清单', en: 'What a leaver hands over' },
  input: z.strictObject({ leaving: id, handed: z.boolean(), ...pageInput }),
  output: pageOf(item.extend({ position: z.int(), receiver: id.nullable(), handedAt: z.iso.datetime().nullable() })),
  admits: officer,
  errors: { 'people.bad-cursor': 400 },
  showsPerson: true,
});

/** Everybody whose leaving is recorded. No figure stands beside a name (PEOPLE.md): only of what kind something is open. */
export const listLeavings = defineQuery({
  name: 'people.leavings',
  summary: { zh: '查看离岗离职人员', en: 'List those who leave' },
  input: z.strictObject({
    /** Those that are over and wholly handed over are left out. */
    open: z.boolean().optional(),
    ...pageInput,
  }),
  output: pageOf(
    z.strictObject({
      leaving: id,
      person: id,
      effectiveOn: civilDay,
      state: z.enum(['waiting', 'over']),
      still: z.array(z.enum(whats)),
    }),
  ),
  admits: officer,
  errors: { 'people.bad-cursor': 400 },
  showsPerson: true,
});
