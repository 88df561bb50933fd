import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const reason = text(2000).refine((value) => Array.from(value).length >= 4, 'too short');

/** What two persons may decide about an act that one clause demands and another restrains. */
export const conflictWays = ['perform', 'refrain', 'partly'] as const;
const way = z.enum(conflictWays);

export const decideConflict = defineAction({
  name: 'duties.decideConflict',
  summary: { zh: '申请处理义务冲突', en: 'Ask for a decision on a conflict' },
  input: z.strictObject({ rule: id, subject: id, act: id, decision: way, reason }),
  output: z.strictObject({ act: id, endsAt: z.iso.datetime() }),
  admits: { 'security-officer': 'grant' },
  errors: {
    'duties.no-conflict': 409,
    'duties.own-duty': 409,
    'duties.already-asked': 409,
    'identity.nobody-eligible': 409,
    'identity.no-session': 409,
    'register.classified-mark': 422,
  },
  stepUp: true,
});

/**
 * Puts the question back: the act is held again. What was decided stays known, with whatever that decision had taken the place of, so that
 * none of them comes to count again.
 */
export const withdrawConflict = defineAction({
  name: 'duties.withdrawConflict',
  summary: { zh: '撤回义务冲突的处理决定', en: 'Withdraw a decision on a conflict' },
  input: z.strictObject({ rule: id, subject: id, act: id, reason }),
  output: z.strictObject({ withdrawn: z.int() }),
  admits: { 'security-officer': 'grant' },
  errors: { 'duties.conflict-undecided': 409, 'duties.own-conflict': 409, 'register.classified-mark': 422 },
});

const ruleNamed = z.strictObject({
  rule: id,
  title: said,
  clauses: z.array(z.strictObject({ id: z.string(), name: said })),
});

/** A conflict of one record: the act, both sides, and what two persons decided; the act is held while that is null. */
export const conflictShown = z.strictObject({
  act: id,
  name: said,
  demanding: ruleNamed,
  restraining: z.array(ruleNamed),
  /** The last one counts; imported decisions name people as the register they came from did. */
  decision: z
    .strictObject({
      id,
      decision: way,
      decidedOn: civilDay.nullable(),
      reason: z.string().nullable(),
      first: z.string().nullable(),
      second: z.string().nullable(),
    })
    .nullable(),
  waiting: z.strictObject({ act: id, decision: way, endsAt: z.iso.datetime() }).nullable(),
});

export const dutiesInConflict = defineQuery({
  name: 'duties.conflicts',
  summary: { zh: '查看本单位的义务冲突', en: 'Conflicts of the organisation’s duties' },
  input: z.strictObject({}),
  output: z.strictObject({
    /** Undecided ones first, a hundred at most. */
    conflicts: z.array(
      conflictShown.omit({ waiting: true, demanding: true }).extend({
        duty: z.strictObject({ rule: id, subject: id, period: civilDay.nullable(), kind: z.string(), title: said }),
      }),
    ),
    more: z.boolean(),
  }),
  admits: { 'security-officer': 'grant', auditor: 'grant', 'unit-lead': 'grant' },
  showsPerson: true,
});
