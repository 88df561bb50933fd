import { civilDay, defineQuery, id, pageInput, pageOf } from '@sallyport/core/contract';
import { statuses } from '@sallyport/core/law';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });

/** How somebody stands towards what the rules ask of them in a topic; the parts of a denominator, in the order in which they are shown. */
export const standings = ['met', 'pending', 'overdue', 'unclear', 'exempt', 'putOff'] as const;
export type Standing = (typeof standings)[number];

const figure = z.int().nullable();
/** Null where fewer than five people stand behind the number, or where it would give such a number away. `owed`: all of whom something is asked. */
const figures = z.strictObject({
  owed: figure,
  ...(Object.fromEntries(standings.map((name) => [name, figure])) as Record<Standing, typeof figure>),
});
export type FiguresShown = z.output<typeof figures>;

const seen = {
  admits: { 'security-officer': 'grant', auditor: 'grant', 'unit-lead': 'grant', 'unit-liaison': 'grant' },
} as const;

/** Topic by topic: of how many people the rules ask something, and how they stand. Nobody is named, and no score is in it. */
export const showCoverage = defineQuery({
  ...seen,
  name: 'education.coverage',
  summary: { zh: '查看教育培训覆盖情况', en: 'Coverage of education' },
  input: z.strictObject({}),
  output: z.strictObject({
    day: civilDay,
    topics: z.array(
      z.strictObject({
        topic: id,
        name: said,
        figures,
        /** What asks for it, and the courses that meet it. */
        rules: z.array(z.strictObject({ rule: id, title: said })),
        courses: z.array(z.strictObject({ course: id, title: said })),
      }),
    ),
  }),
});

export const showCoverageByUnit = defineQuery({
  ...seen,
  name: 'education.coverageByUnit',
  summary: { zh: '按部门查看教育培训覆盖情况', en: 'Coverage of education by unit' },
  input: z.strictObject({ topic: id, order: z.enum(['zh', 'en']).default('zh') }),
  output: z.strictObject({
    day: civilDay,
    topic: id,
    name: said,
    total: figures,
    /** By name. Units of whose people nothing is asked are not among them. */
    units: z.array(z.strictObject({ unit: id.nullable(), name: z.string().nullable(), figures })),
  }),
});

/** A list to work from: the open duties of a topic by unit and name. It ranks nobody, and what somebody answered is nowhere in it. */
export const listDue = defineQuery({
  name: 'education.due',
  summary: { zh: '查看需要完成教育培训的人员', en: 'Who has education to complete' },
  input: z.strictObject({
    topic: id,
    /** The unit and all units under it. */
    unit: id.optional(),
    standing: z.enum(['overdue', 'pending', 'unclear']).optional(),
    dueBefore: civilDay.optional(),
    order: z.enum(['zh', 'en']).default('zh'),
    ...pageInput,
  }),
  output: pageOf(
    z.strictObject({
      person: id,
      name: z.string(),
      unit: id.nullable(),
      unitName: z.string().nullable(),
      rule: id,
      subject: id,
      period: civilDay.nullable(),
      title: said,
      status: z.enum(statuses),
      due: z.string().nullable(),
      /** The last day of an exemption. The duty stands all the same. */
      exemptUntil: civilDay.nullable(),
    }),
  ),
  admits: { 'security-officer': 'grant', 'unit-liaison': 'grant' },
  errors: { 'education.bad-cursor': 400 },
  showsPerson: true,
});

/** What education can be about, and the courses there are: what a form offers. */
export const showTopics = defineQuery({
  name: 'education.topics',
  summary: { zh: '查看培训主题和课程', en: 'Topics of education and courses' },
  input: z.strictObject({}),
  output: z.strictObject({
    topics: z.array(z.strictObject({ topic: id, name: said })),
    courses: z.array(z.strictObject({ course: id, title: said })),
  }),
  admits: 'signed-in',
});
