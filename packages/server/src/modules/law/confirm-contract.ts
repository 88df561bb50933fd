import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { z } from 'zod';
import { impact } from './impact-shape.ts';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const line = text(2000).pipe(z.string().min(1));
const both = z.strictObject({ zh: line, en: line });
const reason = text(2000).refine((value) => Array.from(value).length >= 4, 'too short');
const figures = z.record(z.string().max(60), z.union([text(20), z.int().min(0)]));

/** What two people decide about a clause. */
export const confirmKinds = ['clause-confirmation', 'confirmation-end'] as const;

const decided = { 'security-officer': 'grant' } as const;
const asked = z.strictObject({ act: id, endsAt: z.iso.datetime() });
const askErrors = {
  'law.already-asked': 409,
  'identity.nobody-eligible': 409,
  'identity.no-session': 409,
  'register.classified-mark': 422,
} as const;

/** Why a correction cannot stand; looked at when it is asked for, and once more when it is signed. */
export const correctionErrors = {
  'law.already-confirmed': 409,
  'law.number-taken': 409,
  'law.number-form': 422,
  'law.number-beyond': 422,
  'law.no-such-figure': 422,
  'law.figures-differ': 409,
  /** A rule adds the term in a way that a correction cannot count otherwise. */
  'law.counting-in-rule': 409,
  'law.setting-first': 409,
} as const;

/** Null of a part: it agrees with the text. The file that was read stays with whoever read it; its hash is kept. */
export const confirmClause = defineAction({
  name: 'law.confirmClause',
  summary: { zh: '申请确认条款', en: 'Ask to confirm a clause' },
  input: z.strictObject({
    clause: id,
    number: text(40).pipe(z.string().min(1)).nullable(),
    heading: both.nullable(),
    gist: both.nullable(),
    figures,
    citation: text(300).pipe(z.string().min(1)),
    textOn: civilDay,
    textHash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    reason,
  }),
  output: asked,
  admits: decided,
  errors: { ...askErrors, ...correctionErrors, 'law.text-ahead': 422 },
  stepUp: true,
});

export const endConfirmation = defineAction({
  name: 'law.endConfirmation',
  summary: { zh: '申请撤销条款确认', en: 'Ask to withdraw a confirmation' },
  input: z.strictObject({ clause: id, reason }),
  output: asked,
  admits: decided,
  errors: { ...askErrors, 'law.not-confirmed': 409, 'law.setting-first': 409 },
  stepUp: true,
});

/** Asked before it is decided: what corrected figures, each as `name=value`, do to the duties there are; or what withdrawing does. */
export const previewConfirmation = defineQuery({
  name: 'law.confirmationImpact',
  summary: { zh: '预览条款更正的影响', en: 'Impact of a corrected clause' },
  input: z.strictObject({
    clause: id,
    figures: z.array(text(90)).max(20).default([]),
    ends: z.boolean().default(false),
  }),
  output: z.strictObject({ day: civilDay, ...impact }),
  admits: { 'security-officer': 'grant', auditor: 'grant', approver: 'grant', counsel: 'grant' },
  errors: {
    'law.no-such-figure': 422,
    'law.figures-differ': 409,
    'law.counting-in-rule': 409,
    'law.setting-first': 409,
  },
  showsPerson: true,
});

/** What rests on a clause here, and what waits for a second person. */
export const clauseRests = defineQuery({
  name: 'law.clauseRests',
  summary: { zh: '查看条款牵涉的事项', en: 'What rests on a clause' },
  input: z.strictObject({ clause: id }),
  output: z.strictObject({
    day: civilDay,
    /** As it was read; null where it was not. */
    number: z.string().nullable(),
    rules: z.array(
      z.strictObject({
        rule: z.string(),
        title: said,
        gates: z.array(z.string()),
        /** Open, of all that are not void; null where fewer than five persons stand behind the number. */
        open: z.int().nullable(),
        all: z.int().nullable(),
      }),
    ),
    /** Numbers of the organisation that may not be looser than a figure of the clause. */
    settings: z.array(z.strictObject({ name: z.string(), title: said })),
    /** The clause's own figures, as they may be corrected. */
    figures: z.array(z.strictObject({ name: z.string(), label: said, value: z.union([z.string(), z.int()]) })),
    /** How its terms in days are counted, where two people may find that it is the other way; null where nothing of it is counted so. */
    counts: z.enum(['working', 'calendar']).nullable(),
    waiting: z.array(
      z.strictObject({ act: id, kind: z.enum(confirmKinds), endsAt: z.iso.datetime(), mine: z.boolean() }),
    ),
  }),
  admits: previewConfirmation.admits,
});
