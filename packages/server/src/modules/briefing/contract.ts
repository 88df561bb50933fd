import { civilDay, defineAction, defineQuery, id } from '@sallyport/core/contract';
import { statuses } from '@sallyport/core/law';
import { hostKinds, itemKinds, levels, postsHeld, riskNames, tripKinds } from '@sallyport/core/trips';
import { z } from 'zod';
import { answers, explainedPaper, lessonText, paper } from '../education/contract.ts';

const said = z.strictObject({ zh: z.string(), en: z.string() });
/** Only the day is kept, and neither address nor device: what a traveller reads is not timed and not located (PEOPLE.md). */
const byDay = { actor: 'account', time: 'day', context: 'none' } as const;
const named = { traveller: id };
const block = { ...named, block: id };
const answered = z.strictObject(named);

/** What stands in the way of every act of a briefing. */
const notNow = { 'briefing.not-now': 409 } as const;
const ofBlock = { ...notNow, 'briefing.no-such-block': 404 } as const;

export const openBlock = defineAction({
  name: 'briefing.open',
  summary: { zh: '打开行前提醒的一节', en: 'Open a block of a briefing' },
  input: z.strictObject(block),
  output: z.strictObject(block),
  admits: 'signed-in',
  entry: byDay,
  errors: ofBlock,
});

export const acknowledgeBlock = defineAction({
  name: 'briefing.acknowledge',
  summary: { zh: '确认已经阅读行前提醒的一节', en: 'Acknowledge a block of a briefing' },
  input: z.strictObject(block),
  output: z.strictObject(block),
  admits: 'signed-in',
  entry: byDay,
  errors: { ...ofBlock, 'briefing.open-first': 409 },
});

/** Checked on the server. There is no mark to reach: what was not known is explained at once. */
export const answerQuestions = defineAction({
  name: 'briefing.answer',
  summary: { zh: '回答行前提醒的问题', en: 'Answer the questions of a briefing' },
  input: z.strictObject({ ...named, answers }),
  output: answered,
  admits: 'signed-in',
  entry: byDay,
  errors: { ...notNow, 'briefing.answered-already': 409, 'briefing.answer-all': 422 },
});

const signing = { ...notNow, 'briefing.signed-already': 409, 'register.fields-refused': 422 } as const;

export const signBriefing = defineAction({
  name: 'briefing.sign',
  summary: { zh: '作为出行人员签署行前提醒', en: 'Sign a briefing as who travels' },
  input: z.strictObject(named),
  output: answered,
  admits: 'signed-in',
  entry: byDay,
  errors: { ...signing, 'briefing.read-first': 409, 'briefing.answer-first': 409 },
});

export const manners = ['in-person', 'call', 'online'] as const;

export const holdBriefing = defineAction({
  name: 'briefing.hold',
  summary: { zh: '作为提醒人签署行前提醒', en: 'Sign a briefing as who briefed' },
  input: z.strictObject({ ...named, manner: z.enum(manners) }),
  output: answered,
  admits: { 'security-officer': 'grant', 'unit-liaison': 'grant', 'unit-lead': 'grant' },
  entry: byDay,
  errors: { ...signing, 'briefing.not-oneself': 403 },
});

const reason = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(['always', 'meetings', 'communications', 'group', 'overnight']) }),
  z.strictObject({ by: z.literal('hosts'), of: z.array(z.enum(hostKinds)) }),
  z.strictObject({ by: z.literal('items'), of: z.array(z.enum(itemKinds)) }),
  z.strictObject({ by: z.literal('trips'), of: z.array(z.enum(tripKinds)) }),
  z.strictObject({ by: z.literal('posts'), of: z.array(z.enum(postsHeld)) }),
  z.strictObject({ by: z.literal('risk'), place: z.string(), risk: z.enum(riskNames), level: z.enum(levels) }),
]);
export type ReasonShown = z.output<typeof reason>;

export const oneBriefing = defineQuery({
  name: 'briefing.one',
  summary: { zh: '查看一名出行人员的行前提醒', en: 'The briefing of somebody who travels' },
  input: z.strictObject(named),
  output: z.strictObject({
    ...named,
    trip: id,
    person: id,
    /** What the facts will be about once both have signed. */
    topics: z.array(said),
    blocks: z.array(
      z.strictObject({
        block: id,
        title: said,
        reasons: z.array(reason),
        opened: civilDay.nullable(),
        acknowledged: civilDay.nullable(),
      }),
    ),
    /** Whether it asks anything at all. */
    asks: z.boolean(),
    answeredOn: civilDay.nullable(),
    signedOn: civilDay.nullable(),
    briefedOn: civilDay.nullable(),
    briefedBy: id.nullable(),
    manner: z.enum(manners).nullable(),
    heldOn: civilDay.nullable(),
    /** The day of an earlier one, where the plan has asked for more since. */
    heldBefore: civilDay.nullable(),
    /** Rules that ask for it of this very traveller. */
    duties: z.array(
      z.strictObject({
        rule: z.string(),
        title: said,
        clauses: z.array(z.strictObject({ id: z.string(), name: said })),
        status: z.enum(statuses),
        due: z.string().nullable(),
      }),
    ),
    may: z.array(z.enum(['read', 'sign', 'hold'])),
  }),
  admits: {
    member: 'own',
    'security-officer': 'grant',
    auditor: 'grant',
    'unit-liaison': 'grant',
    'unit-lead': 'grant',
    approver: 'own',
    counsel: 'own',
    custodian: 'own',
  },
  showsPerson: true,
});

/** What it says is no secret of anybody: whoever briefs reads it too. */
export const showBlock = defineQuery({
  name: 'briefing.block',
  summary: { zh: '阅读行前提醒的一节', en: 'Read a block of a briefing' },
  input: z.strictObject({ block: id }),
  output: z.strictObject({ zh: lessonText, en: lessonText }),
  admits: 'signed-in',
  errors: { 'briefing.no-such-block': 404 },
});

export const showQuestions = defineQuery({
  name: 'briefing.questions',
  summary: { zh: '查看本人行前提醒的问题', en: 'The questions of my briefing' },
  input: z.strictObject(named),
  output: z.strictObject({ paper }),
  admits: 'signed-in',
  errors: { ...notNow, 'briefing.answered-already': 409 },
});

export const showAnswers = defineQuery({
  name: 'briefing.answers',
  summary: { zh: '查看本人的回答和解析', en: 'My answers, explained' },
  input: z.strictObject(named),
  output: z.strictObject({
    right: z.int(),
    of: z.int(),
    /** Null where the answers are no longer kept, or the questions have been renewed since. */
    explained: explainedPaper.nullable(),
  }),
  admits: 'signed-in',
  errors: { 'briefing.answer-first': 409 },
});
