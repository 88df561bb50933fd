import type { Rights } from '@sallyport/core/access';
import { civilDay, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { z } from 'zod';

/** Those whose work is with units and people; a member looks at My page. */
const readers: Rights = {
  'security-officer': 'grant',
  auditor: 'grant',
  'unit-liaison': 'grant',
  'unit-lead': 'grant',
};

const listInput = {
  /** Any two characters of a name, or more, as they stand in it. */
  search: text(100).pipe(z.string().min(2)).optional(),
  /** By name as a Chinese or an English reader looks for it, or the newest first. */
  order: z.enum(['zh', 'en', 'newest']).default('zh'),
  /** Only what was there on the day. */
  inForceOn: civilDay.optional(),
  ...pageInput,
};

/** How many there are: with the first page only. Past the most that are counted there are more than that. */
const total = z.strictObject({ count: z.int(), more: z.boolean() }).nullable();

/** Null where it is fewer than five people (PEOPLE.md). */
const fewHidden = z.int().nullable();

const errors = { 'register.bad-cursor': 400 } as const;

export const listPeople = defineQuery({
  name: 'register.people',
  summary: { zh: '查看人员列表', en: 'List people' },
  input: z.strictObject({
    ...listInput,
    /** The unit and all units under it. */
    unit: id.optional(),
    standing: z.enum(['employee', 'contractor', 'student', 'visitor', 'former']).optional(),
  }),
  output: pageOf(
    z.strictObject({
      id,
      name: z.string(),
      standing: z.string(),
      unit: id.nullable(),
      joinedOn: civilDay.nullable(),
      leftOn: civilDay.nullable(),
    }),
  ).extend({ total }),
  admits: readers,
  errors,
  showsPerson: true,
});

export const listUnits = defineQuery({
  name: 'register.units',
  summary: { zh: '查看部门', en: 'List units' },
  input: z.strictObject({
    ...listInput,
    /** Those directly under it. Neither this nor a search: the highest that the asker reaches. */
    parent: id.optional(),
  }),
  output: pageOf(
    z.strictObject({
      id,
      name: z.string(),
      parent: id.nullable(),
      establishedOn: civilDay.nullable(),
      closedOn: civilDay.nullable(),
      leads: z.array(z.strictObject({ name: z.string(), role: z.enum(['unit-lead', 'unit-liaison']) })),
      /** In the unit itself, not in those under it: no number can be had by subtraction. */
      people: fewHidden,
      units: z.int(),
    }),
  ).extend({ total }),
  admits: readers,
  errors,
  showsPerson: true,
});

export const listBranches = defineQuery({
  name: 'register.branches',
  summary: { zh: '查看驻外机构', en: 'List branches abroad' },
  input: z.strictObject(listInput),
  output: pageOf(
    z.strictObject({
      id,
      name: z.string(),
      openedOn: civilDay.nullable(),
      closedOn: civilDay.nullable(),
      /** People posted there. */
      posted: fewHidden,
    }),
  ).extend({ total }),
  admits: readers,
  errors,
});
