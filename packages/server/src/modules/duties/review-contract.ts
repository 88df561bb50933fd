import type { Rights } from '@sallyport/core/access';
import { civilDay, defineAction, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const reason = text(2000).refine((value) => Array.from(value).length >= 4, 'too short');

/** What a named person may find of a forbidden fact on record (PEOPLE.md, "No verdict by machine"). */
export const verdicts = ['confirmed', 'dismissed'] as const;

export const reviewers: Rights = { 'security-officer': 'grant' };

export const decideReview = defineAction({
  name: 'duties.decideReview',
  summary: { zh: '作出核查结论', en: 'Decide a duty under review' },
  /** `incident`: what is confirmed is an incident as well, and by which time limit. */
  input: z
    .strictObject({ rule: id, subject: id, verdict: z.enum(verdicts), reason, incident: id.nullable() })
    .refine(({ verdict, incident }) => verdict === 'confirmed' || incident === null, 'dismissed and an incident'),
  output: z.strictObject({ id, incident: id.nullable() }),
  admits: reviewers,
  errors: {
    'duties.not-in-review': 409,
    'duties.own-review': 409,
    'duties.organisation-first': 409,
    'register.classified-mark': 422,
    'register.fields-refused': 422,
  },
});

/** The duty is under review again. What was decided stays known, and an incident that came of it stays as it is. */
export const withdrawReview = defineAction({
  name: 'duties.withdrawReview',
  summary: { zh: '撤回核查结论', en: 'Withdraw a review decision' },
  input: z.strictObject({ id, reason }),
  output: z.strictObject({ id }),
  admits: reviewers,
  errors: { 'register.classified-mark': 422 },
});

/** What was decided about a forbidden fact on record; null for a rule that forbids nothing. */
export const reviewShown = z
  .strictObject({
    /** Whether the asker may decide, with the time limits an incident may fall under; null where none may be made of it. */
    may: z.strictObject({ incident: z.array(z.strictObject({ clock: id, name: said })).nullable() }).nullable(),
    decisions: z.array(
      z.strictObject({
        id,
        verdict: z.enum(verdicts),
        decidedOn: civilDay.nullable(),
        reason: z.string().nullable(),
        by: z.string().nullable(),
        /** Shown to those alone who may read incidents. */
        incident: id.nullable(),
      }),
    ),
  })
  .nullable();
