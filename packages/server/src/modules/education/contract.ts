import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { statuses } from '@sallyport/core/law';
import { z } from 'zod';
import { lessonText } from './contract/lesson.ts';
import { answers, explainedPaper, paper } from './contract/paper.ts';

export * from './contract/campaign.ts';
export * from './contract/certificate.ts';
export * from './contract/exemption.ts';
export { type BlockShown, type LessonShown, type LineShown, lessonText } from './contract/lesson.ts';
export * from './contract/overview.ts';
export * from './contract/package.ts';
export { type AnswersGiven, answers, explainedPaper, paper } from './contract/paper.ts';
export * from './contract/session.ts';

const said = z.strictObject({ zh: z.string(), en: z.string() });
/** Only the day is kept of reading and of saving: neither is timed (PEOPLE.md). */
/** How often somebody tries is theirs alone: whoever reads the journal finds no list of those who did not pass (docs/decisions/0079). */
const byNobody = { actor: 'none', time: 'day', context: 'none' } as const;
const byDay = { actor: 'account', time: 'day', context: 'none' } as const;

const lesson = { course: id, lesson: id };
const readingErrors = {
  'education.no-person': 409,
  'education.no-such-course': 404,
  'education.no-such-lesson': 404,
} as const;

export const openLesson = defineAction({
  name: 'education.openLesson',
  summary: { zh: '打开课文', en: 'Open a lesson' },
  input: z.strictObject(lesson),
  output: z.strictObject(lesson),
  admits: 'signed-in',
  entry: byDay,
  errors: readingErrors,
});

export const acknowledgeLesson = defineAction({
  name: 'education.acknowledgeLesson',
  summary: { zh: '确认已经阅读课文', en: 'Acknowledge a lesson' },
  input: z.strictObject(lesson),
  output: z.strictObject(lesson),
  admits: 'signed-in',
  entry: byDay,
  errors: { ...readingErrors, 'education.open-first': 409 },
});

/** The server draws; one that is under way goes on. */
export const beginAttempt = defineAction({
  name: 'education.begin',
  summary: { zh: '开始答题', en: 'Begin an attempt' },
  input: z.strictObject({ course: id }),
  output: z.strictObject({ attempt: id }),
  admits: 'signed-in',
  entry: byNobody,
  errors: {
    'education.no-person': 409,
    'education.no-such-course': 404,
    'education.lessons-first': 409,
    'education.wait': 409,
    'education.no-attempts-left': 409,
  },
});

const attemptErrors = { 'education.submitted-already': 409, 'education.content-gone': 410 } as const;

export const saveAnswers = defineAction({
  name: 'education.save',
  summary: { zh: '保存答案', en: 'Save answers' },
  input: z.strictObject({ attempt: id, answers }),
  output: z.strictObject({ attempt: id }),
  admits: 'signed-in',
  entry: byNobody,
  errors: attemptErrors,
});

/** Scored on the server; who passes gets a completion for each topic of the course. */
export const submitAttempt = defineAction({
  name: 'education.submit',
  summary: { zh: '提交答卷', en: 'Submit an attempt' },
  input: z.strictObject({ attempt: id, answers }),
  output: z.strictObject({ attempt: id }),
  admits: 'signed-in',
  entry: byNobody,
  errors: attemptErrors,
});

/** None is left: somebody answerable spoke with the person. Nobody is listed for it; the person comes. */
export const reopenCourse = defineAction({
  name: 'education.reopen',
  summary: { zh: '重新开放课程', en: 'Open a course again for somebody' },
  input: z.strictObject({ course: id, person: id, reason: text(500).pipe(z.string().min(4)) }),
  output: z.strictObject({ course: id }),
  admits: { 'security-officer': 'grant', 'unit-liaison': 'grant' },
  errors: {
    'education.no-such-course': 404,
    'education.not-oneself': 409,
    'education.attempts-left': 409,
    'register.classified-mark': 422,
  },
});

const next = z.discriminatedUnion('may', [
  z.strictObject({ may: z.literal('begin'), left: z.int() }),
  z.strictObject({ may: z.literal('continue') }),
  z.strictObject({ may: z.literal('wait'), until: z.iso.datetime() }),
  z.strictObject({ may: z.literal('ask') }),
]);

const clause = z.strictObject({ id: z.string(), name: said });

/** A duty of one's own that passing a course meets, with the clauses that ask for it. */
const duty = z.strictObject({
  rule: id,
  subject: id,
  period: civilDay.nullable(),
  title: said,
  status: z.enum(statuses),
  due: z.string().nullable(),
  clauses: z.array(clause),
});

const course = z.strictObject({
  course: id,
  title: said,
  about: said,
  topics: z.array(said),
  /** Whether two people read the whole and answer for it as it stands. */
  reviewed: z.boolean(),
  passMark: z.int(),
  attempts: z.int(),
  waitHours: z.int(),
  validMonths: z.int(),
  questions: z.int(),
  lessons: z.array(
    z.strictObject({ lesson: id, title: said, opened: civilDay.nullable(), acknowledged: civilDay.nullable() }),
  ),
  next,
  /** Those that were submitted, the newest first. */
  submitted: z.array(z.strictObject({ attempt: id, submittedAt: z.iso.datetime(), passed: z.boolean() })),
  /** The day behind the last on which what was completed counts; null where nothing counts today. */
  validUntil: civilDay.nullable(),
  duties: z.array(duty),
});

export const myCourses = defineQuery({
  name: 'education.mine',
  summary: { zh: '查看本人的教育培训', en: 'My courses, and why they are owed' },
  input: z.strictObject({}),
  output: z.strictObject({
    courses: z.array(course),
    /** What runs and was addressed to the asker. */
    campaigns: z.array(
      z.strictObject({
        campaign: id,
        title: z.string(),
        until: civilDay,
        completed: z.boolean(),
        /** Those that meet it; none where it is held otherwise. */
        courses: z.array(z.strictObject({ course: id, title: said })),
      }),
    ),
    /** What the asker need not take part in, who decided it and why. */
    exemptions: z.array(
      z.strictObject({ exemption: id, topic: said, until: civilDay, reason: z.string(), by: z.string().nullable() }),
    ),
  }),
  admits: 'signed-in',
  errors: { 'education.no-person': 409 },
});

export const showLesson = defineQuery({
  name: 'education.lesson',
  summary: { zh: '阅读课文', en: 'Read a lesson' },
  input: z.strictObject(lesson),
  output: z.strictObject({ zh: lessonText, en: lessonText }),
  admits: 'signed-in',
  errors: readingErrors,
});

export const showAttempt = defineQuery({
  name: 'education.attempt',
  summary: { zh: '查看本人的答卷', en: 'The paper of my attempt' },
  input: z.strictObject({ attempt: id }),
  output: z.strictObject({ course: id, title: said, paper, answers }),
  admits: 'signed-in',
  errors: attemptErrors,
});

export const showResult = defineQuery({
  name: 'education.result',
  summary: { zh: '查看本人的成绩和解析', en: 'The result of my attempt' },
  input: z.strictObject({ attempt: id }),
  output: z.strictObject({
    course: id,
    title: said,
    passed: z.boolean(),
    /** Null as soon as the answers are erased, the percentage too. */
    right: z.int().nullable(),
    of: z.int(),
    percent: z.int().nullable(),
    passMark: z.int(),
    /** Null where the answers are no longer kept. */
    explained: explainedPaper.nullable(),
  }),
  admits: 'signed-in',
  errors: { 'education.not-submitted': 409, 'education.content-gone': 410 },
});
