import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const officer = { 'security-officer': 'grant' } as const;
/** Who may sign for a package, and so has to be able to look into it. */
const reviewing = { 'security-officer': 'grant', approver: 'grant', counsel: 'grant', auditor: 'grant' } as const;
/** As with attempts: how often somebody tries is theirs alone (docs/decisions/0079). */
const byNobody = { actor: 'none', time: 'day', context: 'none' } as const;

/** From which word of the package on it counts: where it asks nothing, having gone through it is all there is. */
export const packageCounts = ['passed', 'completed'] as const;

/** The four words of ADL that anything is kept of; everything else a package says is heard and forgotten. */
export const learningVerbs = ['attempted', 'completed', 'passed', 'failed'] as const;

const about = {
  title: text(100).pipe(z.string().min(2)),
  topic: id,
  validMonths: z.int().min(1).max(60),
  counts: z.enum(packageCounts),
};

/** The file itself comes before, to /api/uploads?as=package, where it is looked at. */
export const bringPackage = defineAction({
  name: 'education.bringPackage',
  summary: { zh: '导入SCORM课件', en: 'Bring a SCORM package' },
  input: z.strictObject({ ...about, ticket: z.string().max(4000) }),
  output: z.strictObject({ package: id }),
  admits: officer,
  errors: {
    'education.no-such-topic': 404,
    'education.package-gates': 422,
    'education.too-many-packages': 409,
    'files.ticket-not-valid': 409,
    'files.enough': 409,
    'register.classified-mark': 422,
  },
});

/** In force once another has gone through it and signed (PEOPLE.md, "Two persons"). */
export const proposePackage = defineAction({
  name: 'education.proposePackage',
  summary: { zh: '申请启用课件', en: 'Ask for a package to be put in force' },
  input: z.strictObject({ package: id, reason: text(500).pipe(z.string().min(4)) }),
  output: z.strictObject({ act: id, endsAt: z.iso.datetime() }),
  admits: officer,
  stepUp: true,
  errors: {
    'education.package-not-so': 409,
    'education.package-waits': 409,
    'identity.nobody-eligible': 409,
    'identity.no-session': 409,
    'register.classified-mark': 422,
  },
});

/** It can be played no more, and its file goes; what was completed with it stays. */
export const withdrawPackage = defineAction({
  name: 'education.withdrawPackage',
  summary: { zh: '停用课件', en: 'Withdraw a package' },
  input: z.strictObject({ package: id }),
  output: z.strictObject({ package: id }),
  admits: officer,
  errors: { 'education.package-not-so': 409 },
});

/** One that is under way goes on. */
export const beginPackage = defineAction({
  name: 'education.beginPackage',
  summary: { zh: '开始学习课件', en: 'Begin a package' },
  input: z.strictObject({ package: id }),
  output: z.strictObject({ run: id, path: z.string() }),
  admits: 'signed-in',
  entry: byNobody,
  errors: { 'education.no-person': 409, 'education.package-not-so': 409 },
  /** The address opens the package, and where somebody is in it: it is kept nowhere. */
  secretOutput: true,
});

/** What the package says of the run, from the browser of whoever plays it: believed as far as a browser can be. */
export const trackPackage = defineAction({
  name: 'education.trackPackage',
  summary: { zh: '保存课件的学习情况', en: 'Keep how a package goes' },
  input: z.strictObject({
    run: id,
    verb: z.enum(learningVerbs),
    location: z.string().max(1000),
    suspendData: z.string().max(64_000),
    ended: z.boolean(),
  }),
  output: z.strictObject({ run: id, counted: z.boolean() }),
  admits: 'signed-in',
  entry: byNobody,
  errors: { 'education.run-over': 409, 'education.package-not-so': 409 },
});

const shown = z.strictObject({
  package: id,
  title: z.string(),
  topic: id,
  topicName: said,
  validMonths: z.int(),
  counts: z.enum(packageCounts),
});

export const listPackages = defineQuery({
  name: 'education.packages',
  summary: { zh: '查看课件', en: 'Packages of courses' },
  input: z.strictObject({}),
  /** The newest first. */
  output: z.strictObject({
    packages: z.array(
      shown.extend({
        standard: z.enum(['1.2', '2004']),
        /** As its maker called it. */
        named: z.string(),
        sha256: z.string(),
        state: z.enum(['brought', 'in-force', 'withdrawn']),
        broughtOn: civilDay,
        decidedOn: civilDay.nullable(),
        waits: z.boolean(),
      }),
    ),
  }),
  admits: reviewing,
});

/** A look into it, of which nothing is kept. */
export const tryPackage = defineQuery({
  name: 'education.tryPackage',
  summary: { zh: '试看课件', en: 'Try a package' },
  input: z.strictObject({ package: id }),
  output: z.strictObject({ run: id, path: z.string(), title: z.string() }),
  admits: reviewing,
  errors: { 'education.package-not-so': 409 },
});

export const myPackages = defineQuery({
  name: 'education.myPackages',
  summary: { zh: '查看本人可以学习的课件', en: 'Packages I may play' },
  input: z.strictObject({}),
  output: z.strictObject({
    packages: z.array(
      shown.extend({
        underWay: z.boolean(),
        /** What the last run that was ended came to; null where there is none. */
        last: z.strictObject({ verb: z.enum(learningVerbs), on: civilDay }).nullable(),
        /** The day behind the last on which a completion of its topic counts. */
        validUntil: civilDay.nullable(),
        /** Own duties that completing it meets. */
        duties: z.array(z.strictObject({ rule: id, title: said, due: z.string().nullable(), overdue: z.boolean() })),
      }),
    ),
  }),
  admits: 'signed-in',
  errors: { 'education.no-person': 409 },
});
