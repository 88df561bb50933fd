import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

export * from './leaving-contract.ts';

const officer = { 'security-officer': 'grant' } as const;
const reason = text(500).refine((value) => Array.from(value).length >= 4, 'too short');
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Why two entries may be one person: nothing but the number and the name within one unit is compared (PEOPLE.md). */
const because = z.enum(['number', 'name-and-unit']);

export const findDoubles = defineQuery({
  name: 'people.doubles',
  summary: { zh: '查找可能重复的人员', en: 'Find people who may be registered twice' },
  input: z.strictObject({}),
  output: z.strictObject({
    pairs: z.array(
      z.strictObject({
        because,
        one: z.strictObject({ id, name: z.string(), unit: id.nullable() }),
        other: z.strictObject({ id, name: z.string(), unit: id.nullable() }),
      }),
    ),
    /** There are more than are shown. */
    more: z.boolean(),
  }),
  admits: officer,
  showsPerson: true,
});

export const askMerge = defineAction({
  name: 'people.ask-merge',
  summary: { zh: '申请合并重复人员', en: 'Ask to merge two entries of one person' },
  /** `take`: fields whose value is that of the entry that goes; all others stay as the kept one has them. */
  input: z.strictObject({ keep: id, drop: id, take: z.array(z.string().max(60)).max(20), reason }),
  output: z.strictObject({ merge: id }),
  admits: officer,
  errors: {
    'people.same-person': 422,
    'people.both-have-accounts': 409,
    'people.already-asked': 409,
    'register.classified-mark': 422,
  },
});

export const confirmMerge = defineAction({
  name: 'people.confirm-merge',
  summary: { zh: '复核并合并重复人员', en: 'Confirm a merge as the second person' },
  input: z.strictObject({ merge: id }),
  output: z.strictObject({ merge: id }),
  admits: { 'security-officer': 'grant', counsel: 'grant', auditor: 'grant' },
  errors: {
    'people.not-waiting': 409,
    'people.second-person': 409,
    'people.both-have-accounts': 409,
    'register.fields-refused': 422,
  },
  stepUp: true,
});

export const declineMerge = defineAction({
  name: 'people.decline-merge',
  summary: { zh: '不同意或者撤回合并', en: 'Decline or withdraw a merge' },
  input: z.strictObject({ merge: id }),
  output: z.strictObject({ merge: id }),
  admits: { 'security-officer': 'grant', counsel: 'grant', auditor: 'grant' },
  errors: { 'people.not-waiting': 409 },
});

export const undoMerge = defineAction({
  name: 'people.undo-merge',
  summary: { zh: '撤销合并', en: 'Undo a merge' },
  input: z.strictObject({ merge: id, reason }),
  output: z.strictObject({ merge: id }),
  admits: officer,
  errors: { 'people.not-merged': 409, 'people.too-late': 409, 'people.erased': 409, 'register.fields-refused': 422 },
});

export const listMerges = defineQuery({
  name: 'people.merges',
  summary: { zh: '查看合并申请和记录', en: 'Merges asked for and done' },
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        merge: id,
        state: z.enum(['asked', 'declined', 'merged', 'undone']),
        kept: id,
        gone: id,
        /** As they were called when it was asked for. */
        names: z.strictObject({ kept: z.string(), gone: z.string() }),
        changes: z.array(z.strictObject({ field: z.string(), to: cell })),
        reason: z.string(),
        askedAt: z.iso.datetime(),
        mine: z.boolean(),
        /** The last day on which it can be undone; null where it cannot. */
        undoUntil: civilDay.nullable(),
      }),
    ),
  }),
  admits: { 'security-officer': 'grant', counsel: 'grant', auditor: 'grant' },
  showsPerson: true,
});
