import { z } from 'zod';
import { parseDay } from '../calendar/index.ts';
import { purposes, regionCodes } from '../facts/index.ts';
import { isHeldAct } from './gate-acts.ts';
import type { Confirmation } from './overlay.ts';
import { sentences } from './sentences.ts';

/** The shape of a pack's files. Unknown keys are refused; both languages are always there. docs/packs.md explains each key. */

const line = z.string().trim().min(1, sentences.empty.en).max(2000, sentences.long.en);
export const bilingual = z.strictObject({ zh: line, en: line });

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, sentences.slug.en);
export const reference = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, sentences.reference.en);
const date = z.string().refine((text) => parseDay(text) !== null, sentences.day.en);
const expression = z.union([z.string(), z.boolean(), z.number(), z.null()]).transform(String);

const inForce = z.strictObject({ from: date, to: date.nullable().optional(), because: bilingual.optional() });

/** The country's own line for reporting espionage; its source and sureness are those of the clause that names it. */
const officialLine = z.strictObject({
  name: bilingual,
  phone: z.string().regex(/^\+?[0-9]([0-9 -]{0,18}[0-9])?$/, sentences.phone.en),
  site: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, sentences.site.en)
    .optional(),
  clause: slug,
});

export const instrumentKinds = ['law', 'regulation', 'local-regulation', 'measures', 'directive', 'policy'] as const;

export const instrumentSchema = z.strictObject({
  id: slug,
  instrument: slug,
  title: bilingual,
  short: bilingual,
  issuer: bilingual,
  kind: z.enum(instrumentKinds),
  jurisdiction: z.enum(['cn', 'us', 'any']),
  territory: z.enum(regionCodes).optional(),
  calendar: z.enum(['cn', 'us-federal']),
  adopted: date.optional(),
  inForce,
  articles: z.int().positive().optional(),
  basedOn: z.array(slug).optional(),
  amends: z.array(slug).optional(),
  repeals: z.array(slug).optional(),
  revision: z.int().positive(),
  appliesFrom: date,
  reassessClosed: bilingual.optional(),
  sources: z.record(z.string(), bilingual),
  whereText: bilingual,
  line: officialLine.optional(),
});

export const sureness = ['text', 'secondary', 'unconfirmed'] as const;
/** What a clause does. */
export const speaks = [
  'purpose',
  'definition',
  'duty',
  'right',
  'power',
  'consequence',
  'offence',
  'procedure',
] as const;
/** Whom a clause binds. */
export const binds = [
  'organisation',
  'keyUnit',
  'infrastructureOperator',
  'secretBearing',
  'qualifiedFirm',
  'provider',
  'school',
  'stateOrgan',
  'citizen',
  'authority',
  'person',
  'builder',
] as const;

export const clauseSchema = z.strictObject({
  id: slug,
  number: z.string().max(40).optional(),
  heading: bilingual,
  gist: bilingual,
  speaks: z.array(z.enum(speaks)),
  binds: z.array(z.enum(binds)),
  sureness: z.enum(sureness),
  source: z.string(),
  figures: z
    .record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/, sentences.word.en), z.union([z.string(), z.int()]))
    .optional(),
  inForce: inForce.optional(),
  ladder: z.array(z.strictObject({ step: z.int(), zh: line, en: line })).optional(),
  /** Clauses to be read with this one: the rights beside a duty. */
  beside: z.array(reference).min(1).optional(),
});

const match = z.record(z.string(), expression);
const common = {
  by: z.string(),
  match,
  at: z.string().optional(),
  where: expression.optional(),
  from: expression.optional(),
  until: expression.optional(),
};

export const metSchema = z.union([
  z.strictObject({ milestone: expression }),
  z.strictObject({
    ...common,
    covers: z.union([
      expression,
      z.strictObject({ from: expression, until: expression, by: z.enum(['one', 'union']) }),
    ]),
    lasts: expression.optional(),
  }),
  z.strictObject({ ...common, count: expression }),
  z.strictObject({ ...common, latest: expression }),
  z.strictObject({
    ...common,
    needs: expression,
    roles: z.array(z.string()).min(1),
    role: z.string().optional(),
    latest: expression.optional(),
  }),
  z.strictObject(common),
]);

export const answerableRoles = [
  'securityOfficer',
  'unitLead',
  'custodian',
  'approver',
  'caseHandler',
  'leader',
  'counsel',
  'facilitySecurityOfficer',
  'seniorManagement',
] as const;

const gates = z.array(z.string().refine(isHeldAct, sentences.gate.en));

const exceptionSchema = z.strictObject({
  id: slug,
  when: expression,
  because: bilingual,
  clauses: z.array(reference).optional(),
  on: expression.optional(),
  due: expression.optional(),
  closes: expression.optional(),
  met: metSchema.optional(),
  bearer: expression.optional(),
  gates: gates.optional(),
  ends: z.literal(true).optional(),
});

export const statuses = [
  'pending',
  'met',
  'late',
  'overdue',
  'missed',
  'review',
  'breached',
  'unclear',
  'waived',
  'void',
] as const;

const expectation = z.strictObject({
  subject: z.string().optional(),
  period: date.optional(),
  status: z.enum(statuses),
  due: z.string().nullable().optional(),
  closes: z.string().nullable().optional(),
  metOn: z.string().nullable().optional(),
  evidence: z.array(z.string()).optional(),
  bearer: z.string().nullable().optional(),
  assignee: z.string().nullable().optional(),
  missing: z.array(z.string()).optional(),
});

const factCells = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const exampleSchema = z.strictObject({
  case: z.enum([
    'met',
    'notMet',
    'boundary',
    'missing',
    'exception',
    'void',
    'late',
    'missed',
    'waived',
    'review',
    'other',
  ]),
  name: z.string().optional(),
  asOf: date,
  settings: z.record(z.string(), z.number()).optional(),
  facts: z.record(z.string(), z.union([factCells, z.array(factCells)])),
  expect: z.union([z.literal('none'), expectation, z.array(expectation).min(1)]),
});

export const ruleSchema = z.strictObject({
  id: slug,
  title: bilingual,
  about: bilingual.optional(),
  concerns: slug,
  clauses: z.array(reference).min(1),
  purpose: z.enum(purposes),
  subject: z.string(),
  on: expression,
  applies: expression.optional(),
  bearer: expression,
  assignee: expression.optional(),
  answerable: z.enum(answerableRoles),
  due: expression.optional(),
  closes: expression.optional(),
  every: expression.optional(),
  after: z.string().optional(),
  met: metSchema.optional(),
  forbids: expression.optional(),
  except: z.array(exceptionSchema).optional(),
  waiver: z.string(),
  override: z.literal('never').optional(),
  gates: gates.optional(),
  consequence: z.array(reference).optional(),
  demands: z.array(slug).optional(),
  restrains: z.array(slug).optional(),
  inForce: inForce.optional(),
  examples: z.array(exampleSchema).min(1),
});

export const standingSchema = z.array(
  z.strictObject({
    id: slug,
    title: bilingual,
    clauses: z.array(reference).min(1),
    purpose: z.enum(purposes),
    applies: expression.optional(),
    since: expression.optional(),
    review: expression,
    asks: bilingual,
    why: bilingual,
    consequence: z.array(reference).optional(),
  }),
);

export const relations = ['equal', 'narrower', 'wider', 'overlaps'] as const;

const parallel = z.strictObject({
  from: reference,
  to: reference,
  relation: z.enum(relations),
  reason: bilingual,
});
/** Looked for in that edition and not found: said, so that nobody takes it for forgotten. */
const noParallel = z.strictObject({ from: reference, none: slug, reason: bilingual });
export const parallelsSchema = z.array(z.union([parallel, noParallel]));

export const conflictsSchema = z.array(
  z.strictObject({
    act: slug,
    demanded: z.array(reference).min(1),
    restrained: z.array(reference).min(1),
    reason: bilingual,
  }),
);

/** `yesNo` is a whole number that is 1 or 0: whether the organisation asks for something at all. */
export const settingTypes = ['days', 'months', 'hours', 'workingDays', 'integer', 'yesNo'] as const;

export const settingsSchema = z.array(
  z
    .strictObject({
      id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, sentences.camel.en),
      type: z.enum(settingTypes),
      default: z.int().nonnegative(),
      title: bilingual,
      about: bilingual,
      notLooserThan: z.string().optional(),
    })
    .refine(({ type, default: standard }) => type !== 'yesNo' || standard <= 1, {
      path: ['default'],
      message: sentences.yesNo.en,
    }),
);

export type InstrumentText = z.output<typeof instrumentSchema>;
/** `confirmed`: an overlay of this organisation confirmed or corrected the clause. */
export type Clause = z.output<typeof clauseSchema> & { readonly confirmed?: Confirmation };
export type RuleText = z.output<typeof ruleSchema>;
export type MetText = z.output<typeof metSchema>;
export type ExampleText = z.output<typeof exampleSchema>;
export type StandingText = z.output<typeof standingSchema>[number];
export type Parallel = z.output<typeof parallel>;
export type NoParallel = z.output<typeof noParallel>;
export type ConflictText = z.output<typeof conflictsSchema>[number];
export type SettingText = z.output<typeof settingsSchema>[number];
export type Sureness = (typeof sureness)[number];
export type Status = (typeof statuses)[number];
export type Answerable = (typeof answerableRoles)[number];
