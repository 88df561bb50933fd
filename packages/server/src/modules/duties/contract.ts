import type { Rights } from '@sallyport/core/access';
import { civilDay, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { statuses } from '@sallyport/core/law';
import { z } from 'zod';
import { conflictShown } from './conflict-contract.ts';
import { putOffShown } from './put-off-contract.ts';
import { reviewShown } from './review-contract.ts';

export * from './bulk-contract.ts';
export * from './conflict-contract.ts';
export * from './put-off-contract.ts';
export * from './review-contract.ts';
export * from './trend-contract.ts';

/** Who sees duties: staff of the programme as far as their grant reaches, a member those that are about them. */
const readers: Rights = {
  'security-officer': 'grant',
  auditor: 'grant',
  'unit-lead': 'grant',
  'unit-liaison': 'grant',
  member: 'own',
};

const said = z.strictObject({ zh: z.string(), en: z.string() });
const status = z.enum(statuses);
/** `known`: what was known at the end of that day. `true`: what we now know was so then (DECISIONS 4). */
const mode = z.enum(['known', 'true']);
/** Why a duty is another than before. */
export const causes = ['fact', 'clock', 'revision', 'setting', 'waiver', 'erasure'] as const;
/** With `known`: not what was known at the end of that day, but by this moment, which may lie long after it. */
const knownBy = z.iso.datetime().optional();
const asOfErrors = { 'duties.day-ahead': 400, 'duties.moment-of-known': 400 } as const;
const key = { rule: id, subject: id, period: civilDay.nullable() };
/** An address cannot say null: a duty that does not recur is asked for without its period. */
const askedKey = { ...key, period: civilDay.nullable().default(null) };
/** A civil day, or an instant where the limit is counted in hours. */
const moment = z.string().nullable();

export const dutyItem = z.strictObject({
  ...key,
  title: said,
  instrument: z.string(),
  kind: z.string(),
  status,
  due: moment,
  closes: moment,
  metOn: moment,
  bearer: z.string().nullable(),
  assignee: z.string().nullable(),
  person: z.string().nullable(),
  unit: z.string().nullable(),
});

/** Figures that a job is still working on say since when. */
const recomputing = z.iso.datetime().nullable();

const counts = z.partialRecord(status, z.int().nullable());
/** Null where fewer than five persons would stand behind the number, or where it would give such a number away. */
const coverage = z.strictObject({ byStatus: counts, owed: z.int().nullable(), settled: z.int().nullable() });

/** What a list of duties may be limited to; a duty has to satisfy all of it. */
export const dutyFilter = {
  status: z.array(status).min(1).max(statuses.length).optional(),
  instrument: id.optional(),
  /** Rules that rest on this clause. */
  clause: id.optional(),
  rule: id.optional(),
  /** Who owes it in law. */
  bearer: id.optional(),
  /** The unit and all units under it. */
  unit: id.optional(),
  person: id.optional(),
  /** Who has to act. */
  assignee: id.optional(),
  /** Two characters or more of the name of whom it is about or who has to act, or of what it asks for, in either language. */
  find: text(100).pipe(z.string().min(2)).optional(),
  dueFrom: civilDay.optional(),
  dueBefore: civilDay.optional(),
  /** What fell due before the programme started and was not done: left out, or nothing else. */
  backlog: z.enum(['apart', 'only']).optional(),
  /** The beginning of the subject's id. */
  subject: id.optional(),
};

/** How many there are: with the first page only. Past the most that are counted there are more than that. */
const total = z.strictObject({ count: z.int(), more: z.boolean() }).nullable();

export const listDuties = defineQuery({
  name: 'duties.list',
  summary: { zh: '查看应办事项', en: 'List duties' },
  input: z.strictObject({ ...dutyFilter, ...pageInput }),
  output: pageOf(dutyItem).extend({
    day: civilDay,
    recomputingSince: recomputing,
    total,
    /** So many people bear the name that was looked for that not the duties of all of them are listed. */
    namesCut: z.boolean(),

    /** How many the same filter leaves of the backlog, where it was asked to stand apart; with the first page only. */
    backlog: z.strictObject({ before: civilDay, count: z.int(), more: z.boolean() }).nullable(),
  }),
  admits: readers,
  errors: { 'duties.bad-cursor': 400 },
  showsPerson: true,
});

const order = z.enum(['zh', 'en']).default('zh');

export const dutyGroups = defineQuery({
  name: 'duties.groups',
  summary: { zh: '查看应办事项的分组', en: 'What the list of duties is grouped by' },
  input: z.strictObject({ ...dutyFilter, by: z.enum(['rule', 'unit']), order, ...pageInput }),
  output: z.strictObject({ groups: z.array(z.strictObject({ id, title: said })), next: z.string().nullable() }),
  admits: readers,
  errors: { 'duties.bad-cursor': 400 },
});

export const dutyAssignees = defineQuery({
  name: 'duties.assignees',
  summary: { zh: '按姓名查看有应办事项的承办人', en: 'Assignees of duties by name' },
  input: z.strictObject({ ...dutyFilter, order, ...pageInput }),
  output: z.strictObject({ people: z.array(z.strictObject({ id, name: z.string() })), next: z.string().nullable() }),
  admits: { 'security-officer': 'grant', 'unit-liaison': 'grant', member: 'own' },
  errors: { 'duties.bad-cursor': 400 },
  showsPerson: true,
});

const instruments = z.array(
  coverage.extend({
    instrument: z.string(),
    title: said,
    rules: z.int(),
    /** Of what is owed: due before the programme started and not done. Null where it is held back, or a day gone by was asked of. */
    backlog: z.int().nullable(),
  }),
);

/**
 * The figures alone, as of today: for those who see aggregates and nothing that is about anybody. Of no other day, since two days side by
 * side would tell who was in the one and not in the other.
 */
export const dutyFigures = defineQuery({
  name: 'duties.figures',
  summary: { zh: '履责总览数字', en: 'Figures of the programme' },
  input: z.strictObject({}),
  output: z.strictObject({
    day: civilDay,
    recomputingSince: recomputing,
    programmeStart: civilDay.nullable(),
    instruments,
  }),
  admits: { 'staff-representative': 'grant', 'security-officer': 'grant', auditor: 'grant' },
});

export const summarizeDuties = defineQuery({
  name: 'duties.summary',
  summary: { zh: '应办事项汇总', en: 'Summary of duties' },
  input: z.strictObject({ day: civilDay.optional(), mode: mode.default('known'), knownBy }),
  output: z.strictObject({
    day: civilDay,
    mode,
    knownBy: z.iso.datetime().nullable(),
    recomputingSince: recomputing,
    /** The day the organisation took up its programme; null where none is set. */
    programmeStart: civilDay.nullable(),
    instruments,
    urgent: z.array(dutyItem),
  }),
  admits: readers,
  errors: asOfErrors,
  showsPerson: true,
});

export const todaysDuties = defineQuery({
  name: 'duties.today',
  summary: { zh: '查看今日事项', en: 'What is urgent today' },
  input: z.strictObject({}),
  output: z.strictObject({
    day: civilDay,
    recomputingSince: recomputing,
    /** The day the organisation took up its programme; what fell due before it stands under `backlog` and nowhere else. */
    programmeStart: civilDay.nullable(),
    /** Of whom it is not known where they are, for those who may record it: until then what local regulations ask is unclear. */
    withoutRegion: z.array(z.strictObject({ id, name: z.string() })),
    urgent: z.array(dutyItem),
    /** What waits for the asker to decide; a dozen at most, the others stand in the list of duties. */
    decide: z.array(dutyItem),
    /** Of these an act is held until two persons have decided which clause gives way. */
    conflicts: z.array(dutyItem),
    /** Null where fewer than five persons stand behind the number. */
    open: z.strictObject({
      overdue: z.int().nullable(),
      /** Due within fourteen days, today among them. */
      soon: z.int().nullable(),
      review: z.int().nullable(),
      unclear: z.int().nullable(),
    }),
    /** A line a rule. */
    backlog: z.array(z.strictObject({ rule: id, title: said, duties: z.int().nullable() })),
  }),
  admits: readers,
  showsPerson: true,
});

export const showDuty = defineQuery({
  name: 'duties.one',
  summary: { zh: '查看一条应办事项', en: 'Show one duty' },
  input: z.strictObject(askedKey),
  output: z.strictObject({
    duty: dutyItem,
    clauses: z.array(z.strictObject({ id: z.string(), name: said, sureness: z.string() })),
    answerable: z.string(),
    evidence: z.array(z.strictObject({ kind: z.string(), id: z.string() })),
    group: z.strictObject({ concerns: z.string(), status, members: z.array(dutyItem) }),
    /** Open where the duty is settled, or by an override in force; held in any case while a conflict of it is undecided. */
    gates: z.array(
      z.strictObject({ gate: z.string(), opens: z.boolean(), overridden: z.boolean(), conflict: z.boolean() }),
    ),
    conflicts: z.array(conflictShown),
    putOff: putOffShown,
    review: reviewShown,
    history: z.array(
      z.strictObject({
        version: z.int(),
        effective: z.iso.datetime(),
        recordedAt: z.iso.datetime(),
        status: status.nullable(),
        due: moment,
        metOn: moment,
        evidence: z.array(z.string()),
        cause: z.enum(causes),
      }),
    ),
  }),
  admits: readers,
  showsPerson: true,
});

/** What a sentence of an explanation speaks of (`topicWords` of core has their names). */
const topic = z.enum([
  'status',
  'who',
  'basis',
  'trigger',
  'applies',
  'exceptions',
  'deadline',
  'evidence',
  'next',
  'consequence',
]);

const explained = z.strictObject({
  heading: z.string(),
  sentences: z.array(z.strictObject({ topic, text: z.string() })),
  /** The records that are named in it. */
  facts: z.array(z.strictObject({ kind: z.string(), id: z.string() })),
  /** What each topic rests on, down to the fields that were read. A line belongs to the last one above it that is a level higher. */
  outline: z.array(
    z.strictObject({
      topic,
      lines: z.array(z.strictObject({ level: z.int(), text: z.string(), value: z.string().nullable() })),
    }),
  ),
});

export const explainDuty = defineQuery({
  name: 'duties.explain',
  summary: { zh: '说明一条应办事项的依据和状态', en: 'Explain one duty' },
  input: z.strictObject(askedKey),
  output: z.strictObject({
    day: civilDay,
    /** False: the stored row said something else, and has been computed again. */
    agrees: z.boolean(),
    clauses: z.array(z.string()),
    zh: explained,
    en: explained,
  }),
  admits: readers,
  errors: { 'duties.too-many-facts': 422 },
  showsPerson: true,
});

export const dutiesAsOf = defineQuery({
  name: 'duties.asOf',
  summary: { zh: '查看过去某日的应办事项', en: 'Duties as of a day' },
  input: z.strictObject({ day: civilDay, mode, knownBy, rule: id, ...pageInput }),
  output: pageOf(
    z.strictObject({
      subject: id,
      period: civilDay.nullable(),
      status,
      due: moment,
      metOn: moment,
      evidence: z.array(z.string()),
      /** When the program learnt that it stood so; null where it is computed anew. */
      recordedAt: z.iso.datetime().nullable(),
    }),
  ).extend({
    day: civilDay,
    mode,
    knownBy: z.iso.datetime().nullable(),
    rule: id,
    title: said,
    kind: z.string(),
  }),
  admits: { 'security-officer': 'grant', auditor: 'grant' },
  errors: { ...asOfErrors, 'duties.no-such-rule': 404, 'duties.bad-cursor': 400 },
  showsPerson: true,
});
