import { civilDay, defineAction, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const named = { input: z.strictObject({ session: id }), errors: { 'education.session-not-so': 409 } } as const;
const planning = { admits: { 'security-officer': 'grant' } } as const;
const attending = { 'security-officer': 'grant', 'unit-liaison': 'grant' } as const;

/** As the register calls them (packages/core/src/facts/kinds/education.ts). */
export const audiences = [
  'all',
  'secretBearing',
  'foreignFacing',
  'keyPosts',
  'publicStaff',
  'pupils',
  'travellers',
  'leaders',
] as const;

export const planSession = defineAction({
  ...planning,
  name: 'education.planSession',
  summary: { zh: '安排面授培训', en: 'Plan education in a classroom' },
  input: z.strictObject({
    title: text(100).pipe(z.string().min(2)),
    topic: id,
    audience: z.enum(audiences),
    /** Whose people are expected; the whole house where none is named. */
    units: z.array(id).max(200),
    heldOn: civilDay,
    place: text(100).pipe(z.string().min(1)),
    trainer: text(100),
    /** For how long it counts; null: as long as the rules say. */
    validMonths: z.int().min(1).max(60).nullable(),
  }),
  output: z.strictObject({ session: id }),
  errors: { 'education.no-such-topic': 404, 'register.classified-mark': 422 },
});

export const cancelSession = defineAction({
  ...planning,
  ...named,
  name: 'education.cancelSession',
  summary: { zh: '取消面授培训', en: 'Cancel a session that was not held' },
  output: z.strictObject({ session: id }),
});

/** It took place: a fact of the register from now on. Not before its day. */
export const holdSession = defineAction({
  ...planning,
  name: 'education.holdSession',
  summary: { zh: '登记面授培训已经举办', en: 'Record that a session was held' },
  input: named.input,
  output: z.strictObject({ session: id }),
  errors: { ...named.errors, 'education.session-to-come': 409, 'education.organisation-first': 409 },
});

export const passedOverAtSession = ['not-found', 'recorded-already'] as const;

/** Who was there, as they signed: one completion each, which rules count like any other. */
export const recordAttendance = defineAction({
  name: 'education.attend',
  summary: { zh: '登记出席', en: 'Record who was there' },
  input: z.strictObject({ session: id, people: z.array(id).min(1).max(200) }),
  output: z.strictObject({
    done: z.int(),
    refused: z.array(z.strictObject({ at: z.int(), why: z.enum(passedOverAtSession) })),
  }),
  admits: attending,
  errors: named.errors,
});

const session = z.strictObject({
  session: id,
  title: z.string(),
  topic: id,
  topicName: said,
  audience: z.enum(audiences),
  heldOn: civilDay,
  place: z.string(),
  trainer: z.string().nullable(),
  validMonths: z.int().nullable(),
  state: z.enum(['planned', 'held', 'cancelled']),
});

const reading = {
  admits: { 'security-officer': 'grant', auditor: 'grant', 'unit-lead': 'grant', 'unit-liaison': 'grant' },
} as const;

export const listSessions = defineQuery({
  ...reading,
  name: 'education.sessions',
  summary: { zh: '查看面授培训', en: 'Education in a classroom' },
  input: z.strictObject({}),
  /** The newest day first; those of the last five years. */
  output: z.strictObject({ sessions: z.array(session) }),
});

export const showSession = defineQuery({
  ...reading,
  name: 'education.session',
  summary: { zh: '查看一次面授培训', en: 'One session in a classroom' },
  input: named.input,
  output: session.extend({ day: civilDay }),
});

/** Who is expected, and who was there, by unit and name. */
export const listSessionPeople = defineQuery({
  name: 'education.sessionPeople',
  summary: { zh: '查看面授培训的人员', en: 'People of a session' },
  input: z.strictObject({ session: id, order: z.enum(['zh', 'en']).default('zh'), ...pageInput }),
  output: pageOf(
    z.strictObject({
      person: id,
      name: z.string(),
      unit: id.nullable(),
      unitName: z.string().nullable(),
      /** The completion that says so; null where nobody has recorded it. */
      completion: id.nullable(),
    }),
  ).extend({ title: z.string(), heldOn: civilDay }),
  admits: attending,
  errors: { 'education.bad-cursor': 400 },
  showsPerson: true,
});

/** A file of everybody expected, a row each as the import reads it: whoever was not there is deleted from it. */
export const attendanceFile = defineQuery({
  name: 'education.attendanceFile',
  summary: { zh: '下载出席登记导入表', en: 'A file of those expected, to be imported' },
  input: named.input,
  output: z.strictObject({
    /** What the file is called, and the file itself as CSV. */
    name: z.string(),
    text: z.string(),
  }),
  admits: attending,
  errors: { ...named.errors, 'education.too-many-for-a-file': 413 },
  showsPerson: true,
});
