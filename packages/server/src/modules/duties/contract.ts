import type { Rights } from '@sallyport/core/access';
import { civilDay, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { statuses } from '@sallyport/core/law';
import { z } from 'zod';
import { putOffShown } from './put-off-contract.ts';

export * from './bulk-contract.ts';
export * from './put-off-contract.ts';

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
  /** Two characters or more of the name of whom it is about or who has to act. */
  find: text(100).pipe(z.string().min(2)).optional(),
  dueFrom: civilDay.optional(),
  dueBefore: civilDay.optional(),
  /** The beginning of the subject's id. */
  subject: id.optional(),
};

/** How many there are: with the first page only. Past the most that are counted there are more than that. */
const total = z.strictObject({ count: z.int(), more: z.boolean() }).nullable();

export const listDuties = defineQuery({
  name: 'duties.list',
  summary: { zh: '查看应办事项', en: 'List duties' },
  input: z.strictObject({ ...dutyFilter, ...pageInput }),
  output: pageOf(dutyItem).extend({ day: civilDay, recomputingSince: recomputing, total }),
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

export const summarizeDuties = defineQuery({
  name: 'duties.summary',
  summary: { zh: '应办事项汇总', en: 'Summary of duties' },
  input: z.strictObject({ day: civilDay.optional(), mode: mode.default('known') }),
  output: z.strictObject({
    day: civilDay,
    mode,
    recomputingSince: recomputing,
    instruments: z.array(coverage.extend({ instrument: z.string(), title: said, rules: z.int() })),
    urgent: z.array(dutyItem),
  }),
  admits: readers,
  errors: { 'duties.day-ahead': 400 },
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
    urgent: z.array(dutyItem),
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
    /** Open where the duty is settled, or by an override in force. */
    gates: z.array(z.strictObject({ gate: z.string(), opens: z.boolean(), overridden: z.boolean() })),
    putOff: putOffShown,
    history: z.array(
      z.strictObject({
        version: z.int(),
        effective: z.iso.datetime(),
        recordedAt: z.iso.datetime(),
        status: status.nullable(),
        due: moment,
        metOn: moment,
        evidence: z.array(z.string()),
        cause: z.string(),
      }),
    ),
  }),
  admits: readers,
  showsPerson: true,
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
    zh: z.strictObject({
      heading: z.string(),
      sentences: z.array(z.strictObject({ topic: z.string(), text: z.string() })),
    }),
    en: z.strictObject({
      heading: z.string(),
      sentences: z.array(z.strictObject({ topic: z.string(), text: z.string() })),
    }),
  }),
  admits: readers,
  errors: { 'duties.too-many-facts': 422 },
  showsPerson: true,
});

export const dutiesAsOf = defineQuery({
  name: 'duties.asOf',
  summary: { zh: '查看过去某日的应办事项', en: 'Duties as of a day' },
  input: z.strictObject({ day: civilDay, mode, rule: id, ...pageInput }),
  output: pageOf(
    z.strictObject({
      subject: id,
      period: civilDay.nullable(),
      status,
      due: moment,
      metOn: moment,
      evidence: z.array(z.string()),
    }),
  ).extend({ day: civilDay, mode, rule: id, title: said, kind: z.string() }),
  admits: { 'security-officer': 'grant', auditor: 'grant' },
  errors: { 'duties.day-ahead': 400, 'duties.no-such-rule': 404, 'duties.bad-cursor': 400 },
  showsPerson: true,
});
