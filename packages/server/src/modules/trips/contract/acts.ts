import { civilDay, defineAction, id } from '@sallyport/core/contract';
import { z } from 'zod';
import { party } from './party.ts';
import { done, named, plan, refusalReason, role, said, tripKind, verdict, why } from './shapes.ts';

const officer = { 'security-officer': 'grant' } as const;
/** Whoever holds a step by name; the room asks who that is. */
const deciders = { approver: 'grant', 'unit-lead': 'grant', 'security-officer': 'grant' } as const;

/** What the machine of states may say to any act. */
const refusals = {
  'trips.not-yours': 403,
  'trips.officer-first': 403,
  'trips.own-trip': 403,
  'trips.own-filing': 403,
  'trips.in-line': 403,
  'trips.not-your-step': 403,
  'trips.not-now': 409,
  'trips.incomplete': 409,
  'trips.step-not-open': 409,
  'trips.reason-first': 422,
  'trips.ends-too-early': 422,
  'trips.another-hears': 403,
  'trips.not-refused': 409,
  'trips.appealed-already': 409,
  'trips.no-emergency': 409,
  'trips.last-traveller': 409,
  'trips.gate-shut': 409,
  'trips.not-later': 422,
  // What was lent for the trip stands in the way.
  'devices.still-out': 409,
  'devices.not-in-pool': 422,
  'request.stale-version': 409,
  'register.classified-mark': 422,
  'register.fields-refused': 422,
} as const;

/** A private journey is nobody's business but where a clause, read by us, binds that very person (PEOPLE.md, abuse 16). */
const privately = { 'trips.private': 409 } as const;

const simple = (name: `trips.${string}`, zh: string, en: string, admits: typeof party | typeof officer = party) =>
  defineAction({ name, summary: { zh, en }, input: z.strictObject(named), output: done, admits, errors: refusals });

const dated = (name: `trips.${string}`, zh: string, en: string) =>
  defineAction({
    name,
    summary: { zh, en },
    input: z.strictObject({ ...named, on: civilDay }),
    output: done,
    admits: party,
    errors: { ...refusals, 'trips.not-yet': 422, 'trips.before-the-gate': 422, 'trips.plan-over': 409 },
  });

const reasoned = (name: `trips.${string}`, zh: string, en: string) =>
  defineAction({
    name,
    summary: { zh, en },
    input: z.strictObject({ ...named, said: why }),
    output: done,
    admits: party,
    errors: refusals,
  });

export const draftTrip = defineAction({
  name: 'trips.draft',
  summary: { zh: '填报出国（境）事项', en: 'Draft a trip' },
  input: z.strictObject({
    kind: tripKind,
    emergency: z.boolean(),
    /** The department of one of those who travel; null for that of who leads. */
    unit: id.nullable(),
    plan,
    travellers: z
      .array(z.strictObject({ person: id, leader: z.boolean() }))
      .min(1)
      .max(60),
    /** An earlier trip it was begun from. */
    copiedFrom: id.optional(),
  }),
  output: done,
  admits: party,
  errors: {
    ...refusals,
    ...privately,
    'trips.organisation-first': 409,
    'trips.travels-already': 409,
    'trips.not-their-unit': 422,
  },
});

export const addTraveller = defineAction({
  name: 'trips.add-traveller',
  summary: { zh: '增加出行人员', en: 'Add somebody to a trip' },
  input: z.strictObject({ ...named, person: id, leader: z.boolean() }),
  output: done,
  admits: party,
  errors: { ...refusals, ...privately, 'trips.travels-already': 409 },
});

export const dropTraveller = defineAction({
  name: 'trips.drop-traveller',
  summary: { zh: '减少出行人员', en: 'Take somebody out of a trip' },
  input: z.strictObject({ ...named, traveller: id }),
  output: done,
  admits: party,
  errors: refusals,
});

export const changeTrip = defineAction({
  name: 'trips.change',
  summary: { zh: '变更行程', en: 'Change the plan of a trip' },
  input: z.strictObject({ ...named, plan, said: said.nullable() }),
  output: done,
  admits: party,
  errors: refusals,
});

export const submitTrip = simple('trips.submit', '提交出国（境）事项', 'Hand in a trip');
export const withdrawTrip = simple('trips.withdraw', '撤回已提交的事项', 'Take back what was handed in');
export const cancelTrip = reasoned('trips.cancel', '取消出国（境）事项', 'Cancel a trip');
export const reviveTrip = simple('trips.revive', '恢复已取消的事项', 'Revive a cancelled trip');
export const giveNotice = dated('trips.give-notice', '登记口头告知', 'Record that notice was given orally');

export const decideTrip = defineAction({
  name: 'trips.decide',
  summary: { zh: '出具审批意见', en: 'Decide on a step of a trip' },
  input: z
    .strictObject({
      ...named,
      role,
      /** Where it is not all of those the role is asked about. */
      travellers: z.array(id).min(1).max(60).optional(),
      verdict,
      reason: refusalReason.nullable(),
      /** The conditions, or why it is refused. */
      said: said.nullable(),
      /** The last day it holds for. */
      until: civilDay.nullable(),
    })
    // A refusal is written and reasoned, conditions are said: the traveller has to know what to do about either.
    .refine(({ verdict: given, said: text }) => given === 'agreed' || (text !== null && Array.from(text).length >= 4), {
      path: ['said'],
      message: 'too short',
    }),
  output: done,
  admits: deciders,
  errors: refusals,
});

export const returnTrip = defineAction({
  name: 'trips.return',
  summary: { zh: '退回补正', en: 'Give a trip back for completion' },
  input: z.strictObject({ ...named, role, said: why }),
  output: done,
  admits: deciders,
  errors: refusals,
});

export const appealTrip = defineAction({
  name: 'trips.appeal',
  summary: { zh: '对不同意提出申诉', en: 'Appeal against a refusal' },
  input: z.strictObject({ ...named, role, said: why }),
  output: done,
  admits: party,
  errors: refusals,
});

export const clearTrip = simple('trips.clear', '核对放行', 'Clear a trip to depart', officer);
export const departTrip = dated('trips.depart', '登记出境', 'Record a departure');
export const extendTrip = defineAction({
  name: 'trips.extend',
  summary: { zh: '申请延期', en: 'Ask to stay longer' },
  input: z.strictObject({ ...named, returnsOn: civilDay, said: why }),
  output: done,
  admits: party,
  errors: refusals,
});
export const followUpTrips = defineAction({
  name: 'trips.follow-up',
  summary: { zh: '提醒等待中的审批环节', en: 'Follow up the steps of a trip that wait' },
  /** Trips whose steps wait, or on which somebody has come to bear secrets or to hold an authorisation. */
  input: z.strictObject({ after: id.nullable(), of: z.enum(['waiting', 'raised']).optional() }),
  output: z.strictObject({ trip: id.nullable(), written: z.int() }),
  admits: {},
});
export const comeBack = dated('trips.come-back', '登记返回', 'Record a return');
export const closeTrip = simple('trips.close', '办结出国（境）事项', 'Close a trip', officer);
