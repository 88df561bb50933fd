import { civilDay, defineAction, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const planning = { admits: { 'security-officer': 'grant' } } as const;
const watching = {
  admits: { 'security-officer': 'grant', auditor: 'grant', 'unit-lead': 'grant', 'unit-liaison': 'grant' },
} as const;

const some = z.array(id).max(200);

export const planCampaign = defineAction({
  ...planning,
  name: 'education.planCampaign',
  summary: { zh: '拟定教育活动', en: 'Plan a campaign of education' },
  input: z.strictObject({
    title: text(100).pipe(z.string().min(2)),
    /** What has to be completed: these, and what the courses are about. */
    topics: z.array(id).max(17),
    courses: z.array(id).max(50),
    /** For units with all under them and for people; for the whole house where neither is named. */
    units: some,
    people: some,
    from: civilDay,
    until: civilDay,
    /** Recorded as publicity of the National Security Education Day when it starts. */
    educationDay: z.boolean(),
  }),
  output: z.strictObject({ campaign: id }),
  errors: {
    'education.campaign-of-nothing': 422,
    'education.campaign-ends-first': 422,
    'education.no-such-topic': 404,
    'education.no-such-course': 404,
    'register.classified-mark': 422,
  },
});

const named = { input: z.strictObject({ campaign: id }), errors: { 'education.campaign-not-so': 409 } } as const;

/** From now on the denominator stands: everybody it is addressed to today. */
export const startCampaign = defineAction({
  ...planning,
  name: 'education.startCampaign',
  summary: { zh: '启动教育活动', en: 'Start a campaign' },
  input: named.input,
  output: z.strictObject({ campaign: id, addressed: z.int() }),
  errors: { ...named.errors, 'education.campaign-for-nobody': 409, 'education.campaign-over': 409 },
});

/** A letter to each who has not completed it, that says there is something to do and nothing of what; once a day. */
export const remindOfCampaign = defineAction({
  ...planning,
  name: 'education.remindCampaign',
  summary: { zh: '提醒参加教育活动', en: 'Remind of a campaign' },
  /** Part by part: `after` is what the part before answered with. */
  input: z.strictObject({ campaign: id, after: id.nullable() }),
  output: z.strictObject({ letters: z.int(), withoutAddress: z.int(), next: id.nullable() }),
  errors: { ...named.errors, 'education.campaign-not-now': 409 },
});

export const closeCampaign = defineAction({
  ...planning,
  ...named,
  name: 'education.closeCampaign',
  summary: { zh: '结束教育活动', en: 'Close a campaign' },
  output: z.strictObject({ campaign: id }),
});

export const discardCampaign = defineAction({
  ...planning,
  ...named,
  name: 'education.discardCampaign',
  summary: { zh: '删除未启动的教育活动', en: 'Discard a campaign that has not started' },
  output: z.strictObject({ campaign: id }),
});

const campaign = z.strictObject({
  campaign: id,
  title: z.string(),
  state: z.enum(['draft', 'running', 'closed']),
  topics: z.array(z.strictObject({ topic: id, name: said })),
  courses: z.array(z.strictObject({ course: id, title: said })),
  from: civilDay,
  until: civilDay,
  educationDay: z.boolean(),
  startedOn: civilDay.nullable(),
  closedOn: civilDay.nullable(),
});

export const listCampaigns = defineQuery({
  ...watching,
  name: 'education.campaigns',
  summary: { zh: '查看教育活动', en: 'Campaigns of education' },
  input: z.strictObject({}),
  /** The newest first; those of the last five years. */
  output: z.strictObject({ campaigns: z.array(campaign) }),
});

/** How those it was addressed to stand; the parts of the denominator. */
export const campaignStandings = ['completed', 'open', 'exempt', 'left'] as const;
export type CampaignStanding = (typeof campaignStandings)[number];
const figure = z.int().nullable();
/** Null where fewer than five people stand behind the number, or where it would give such a number away. */
const figures = z.strictObject({
  addressed: figure,
  ...(Object.fromEntries(campaignStandings.map((name) => [name, figure])) as Record<CampaignStanding, typeof figure>),
});

export const showCampaign = defineQuery({
  ...watching,
  name: 'education.campaign',
  summary: { zh: '查看一次教育活动', en: 'One campaign of education' },
  input: z.strictObject({ campaign: id, order: z.enum(['zh', 'en']).default('zh') }),
  output: campaign.extend({
    day: civilDay,
    units: z.array(z.strictObject({ unit: id.nullable(), name: z.string().nullable(), figures })),
    total: figures,
    /** Who came to these units after it started: apart, and in no denominator. */
    joiners: z.strictObject({ joined: figure, completed: figure, open: figure }),
  }),
});

export const listCampaignPeople = defineQuery({
  name: 'education.campaignPeople',
  summary: { zh: '查看教育活动的人员', en: 'People of a campaign' },
  input: z.strictObject({
    campaign: id,
    standing: z.enum([...campaignStandings, 'joined']).optional(),
    order: z.enum(['zh', 'en']).default('zh'),
    ...pageInput,
  }),
  output: pageOf(
    z.strictObject({
      person: id,
      /** Null where the register no longer knows them. */
      name: z.string().nullable(),
      unit: id.nullable(),
      unitName: z.string().nullable(),
      standing: z.enum([...campaignStandings, 'joined']),
      completedOn: civilDay.nullable(),
    }),
  ).extend({ title: z.string() }),
  admits: { 'security-officer': 'grant', 'unit-liaison': 'grant' },
  errors: { 'education.bad-cursor': 400 },
  showsPerson: true,
});
