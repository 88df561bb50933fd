import { civilDay, defineAction, defineQuery, id } from '@sallyport/core/contract';
import { settingTypes } from '@sallyport/core/law';
import { z } from 'zod';
import { impact } from './impact-shape.ts';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const value = z.int().min(0).max(999_999_999);
const dated = z.strictObject({ value, from: civilDay });
const chosen = { name: id, value, from: civilDay };

/** The numbers of the organisation's policy. A policy is there for everybody it binds: whoever is signed in may read it. */
export const listSettings = defineQuery({
  name: 'law.settings',
  summary: { zh: '查看参数（本单位规定）', en: 'List settings' },
  input: z.strictObject({}),
  output: z.strictObject({
    day: civilDay,
    settings: z.array(
      z.strictObject({
        name: z.string(),
        pack: z.string(),
        title: said,
        about: said,
        type: z.enum(settingTypes),
        /** In force today. */
        value,
        /** Null where it is the default that the pack proposes. */
        since: civilDay.nullable(),
        standard: value,
        /** What the organisation decided and when it counts from, the newest first; those still to come as well. */
        own: z.array(dated),
        notLooserThan: z.strictObject({ clause: z.string(), name: said, figure: z.string() }).nullable(),
        touchesStaff: z.boolean(),
        touchesSensitive: z.boolean(),
        /** With the kind of what each is about. */
        rules: z.array(z.strictObject({ rule: z.string(), title: said, kind: z.string() })),
      }),
    ),
  }),
  admits: 'signed-in',
});

const refusals = {
  'law.no-such-setting': 404,
  'law.setting-retroactive': 409,
  'law.setting-looser': 409,
} as const;

/** What a value would do to the register as it is, asked before it is decided. */
export const previewSetting = defineQuery({
  name: 'law.settingImpact',
  summary: { zh: '预览参数变更的影响', en: 'Impact of a setting' },
  input: z.strictObject({
    ...chosen,
    /** What would have been, had it held since a day of the last three years: a value is tried on what is past before it is decided. */
    heldSince: civilDay.optional(),
  }),
  output: z.strictObject({
    /** The day for which both sides are computed: the first on which the value counts, or today for what is past. */
    day: civilDay,
    ...impact,
  }),
  admits: { 'security-officer': 'grant', auditor: 'grant' },
  errors: { ...refusals, 'law.since-out-of-reach': 409 },
  showsPerson: true,
});

/** What another first day of the programme would do; the day itself is a fact of the organisation, and is corrected there. */
export const previewStart = defineQuery({
  name: 'law.startImpact',
  summary: { zh: '预览启用日期变更的影响', en: 'Impact of another programme start' },
  input: z.strictObject({ day: civilDay }),
  output: z.strictObject({
    organisation: id,
    /** As it is recorded now. */
    start: civilDay.nullable(),
    /** Overdue and missed duties that would be told apart as backlog, and that no longer would; null: fewer than five persons. */
    toBacklog: z.int().nullable(),
    fromBacklog: z.int().nullable(),
    ...impact,
  }),
  admits: previewSetting.admits,
  errors: { 'law.organisation-first': 409 },
  showsPerson: true,
});

export const decideSetting = defineAction({
  name: 'law.decideSetting',
  summary: { zh: '设定参数（本单位规定）', en: 'Decide a setting' },
  input: z.strictObject({
    ...chosen,
    /** The rule of the house that says so, with its consultation record: where the policy touches staff. */
    internalRule: id.optional(),
  }),
  output: z.strictObject({ setting: id }),
  admits: { 'security-officer': 'grant' },
  errors: {
    ...refusals,
    'law.organisation-first': 409,
    'register.consultation-first': 409,
    'register.impact-assessment-first': 409,
    'register.id-taken': 409,
    'register.id-spent': 409,
    'register.fields-refused': 422,
  },
});
