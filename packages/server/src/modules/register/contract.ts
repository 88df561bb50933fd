import { civilDay, defineAction, defineQuery, id, pageInput, pageOf, text, version } from '@sallyport/core/contract';
import { z } from 'zod';
import { heldField } from './contract/from-file.ts';

export * from './contract/from-file.ts';
export * from './contract/lists.ts';

const kind = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z]*$/);

/** A cell as registers hold it: a day `2026-11-23`, an instant with offset, a whole number, yes or no, a word, a text, an id, or not known. */
const cell = z.union([z.string().max(4000), z.int(), z.boolean(), z.null()]);
const fields = z.record(z.string().max(60), cell);

const done = z.strictObject({ kind, id, version });

const recording = { 'security-officer': 'grant', 'unit-liaison': 'grant', custodian: 'grant' } as const;
const reading = {
  'security-officer': 'grant',
  auditor: 'grant',
  'unit-liaison': 'grant',
  'unit-lead': 'grant',
  custodian: 'grant',
  member: 'own',
} as const;

export const recordFact = defineAction({
  name: 'register.record',
  summary: { zh: '登记一条信息', en: 'record a fact' },
  input: z.strictObject({ kind, id: id.optional(), fields }),
  output: done,
  admits: recording,
  errors: {
    'register.no-such-kind': 404,
    'register.fields-refused': 422,
    'register.id-taken': 409,
    'register.id-spent': 409,
    'register.has-own-action': 409,
    'register.not-of-oneself': 409,
    'register.in-its-room': 409,
    'register.classified-mark': 422,
    'register.consultation-first': 409,
    'register.impact-assessment-first': 409,
  },
});

/** What was withdrawn is so after all: the same fact again, which had an end and has none. */
export const restoreFact = defineAction({
  name: 'register.restore',
  summary: { zh: '恢复一条已撤销的信息', en: 'record a withdrawn fact again' },
  input: z.strictObject({ kind, id, version, fields }),
  output: done,
  admits: recording,
  errors: { ...recordFact.errors, 'register.stale-version': 409, 'register.merged': 409 },
});

/** By the machine's administrator only: a register as a folder or a backup has it, decisions included. */
export const importFact = defineAction({
  name: 'register.import',
  summary: { zh: '导入一条信息', en: 'import a fact' },
  input: z.strictObject({ kind, id, fields }),
  output: done,
  admits: {},
  errors: recordFact.errors,
});

export const correctFact = defineAction({
  name: 'register.correct',
  summary: { zh: '更正一条信息', en: 'correct a fact' },
  input: z.strictObject({ kind, id, version, fields, reason: text(500) }),
  output: done,
  admits: recording,
  errors: {
    'register.no-such-kind': 404,
    'register.fields-refused': 422,
    'register.stale-version': 409,
    'register.has-own-action': 409,
    'register.not-of-oneself': 409,
    'register.in-its-room': 409,
    'register.from-file': 409,
    'register.classified-mark': 422,
    'register.consultation-first': 409,
    'register.impact-assessment-first': 409,
  },
});

export const withdrawFact = defineAction({
  name: 'register.withdraw',
  summary: { zh: '撤销一条信息', en: 'withdraw a fact' },
  input: z.strictObject({ kind, id, version, reason: text(500).pipe(z.string().min(1)) }),
  output: done,
  admits: recording,
  errors: {
    'register.no-such-kind': 404,
    'register.stale-version': 409,
    'register.has-own-action': 409,
    'register.not-of-oneself': 409,
    'register.in-its-room': 409,
    'register.referred-to': 409,
  },
});

const factShown = z.strictObject({ kind, id, version, fields, happenedOn: civilDay });
export type FactShown = z.infer<typeof factShown>;

export const oneFact = defineQuery({
  name: 'register.one',
  summary: { zh: '查看一条信息', en: 'one fact' },
  input: z.strictObject({ kind, id }),
  output: factShown.extend({
    held: z.array(heldField),
    /** The object of another room that it is part of, where it is changed instead of here. */
    inRoom: z.strictObject({ kind, id }).nullable(),
  }),
  admits: reading,
  errors: { 'register.no-such-kind': 404 },
  showsPerson: true,
});

export const listFacts = defineQuery({
  name: 'register.list',
  summary: { zh: '某种信息的列表', en: 'facts of a kind' },
  input: z.strictObject({
    kind,
    /** Only facts that refer to this one by the named field. */
    field: z.string().max(60).optional(),
    to: id.optional(),
    /** Part of the name of the fact, or of whoever it is about; or the beginning of its number. */
    search: text(100).pipe(z.string().min(2)).optional(),
    ...pageInput,
  }),
  output: pageOf(factShown),
  admits: reading,
  errors: { 'register.no-such-kind': 404 },
  showsPerson: true,
});

/** Names for a list that holds ids: of those alone whom the asker may read, and each look at somebody is recorded. */
export const namesOf = defineQuery({
  name: 'register.names',
  summary: { zh: '查看列表中人员、部门、岗位等的名称', en: 'names of people, units and posts in a list' },
  input: z.strictObject({
    kind: z.enum(['person', 'unit', 'post', 'branch', 'organisation']),
    ids: z.array(id).min(1).max(100),
  }),
  output: z.strictObject({ names: z.array(z.strictObject({ id, name: z.string() })) }),
  admits: reading,
  showsPerson: true,
});

export const factHistory = defineQuery({
  name: 'register.history',
  summary: { zh: '一条信息的历次登记', en: 'the versions of a fact' },
  input: z.strictObject({ kind, id }),
  output: z.strictObject({
    versions: z.array(
      z.strictObject({
        version,
        change: z.enum(['record', 'correct', 'withdraw', 'erase']),
        effective: civilDay,
        recordedAt: z.iso.datetime(),
        fields: fields.nullable(),
        reason: z.string().nullable(),
        account: z.string().nullable(),
      }),
    ),
  }),
  admits: reading,
  errors: { 'register.no-such-kind': 404 },
  showsPerson: true,
});
