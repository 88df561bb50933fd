import { civilDay, defineAction, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });

/**
 * Somebody need not take part in education on a topic. It is no completion, no rule reads it, and a duty that the law asks for stays as it is;
 * coverage shows it apart.
 */
export const exemptPerson = defineAction({
  name: 'education.exempt',
  summary: { zh: '登记免训', en: 'Exempt somebody from education' },
  /** `until`: the last day on which it holds, within a year. */
  input: z.strictObject({ person: id, topic: id, until: civilDay, reason: text(500).pipe(z.string().min(4)) }),
  output: z.strictObject({ exemption: id }),
  admits: { 'security-officer': 'grant' },
  errors: {
    'education.no-such-topic': 404,
    'education.exempt-not-oneself': 409,
    'education.exempt-already': 409,
    'education.exempt-too-long': 422,
    'register.classified-mark': 422,
  },
});

export const endExemption = defineAction({
  name: 'education.endExemption',
  summary: { zh: '提前终止免训', en: 'End an exemption' },
  input: z.strictObject({ exemption: id }),
  output: z.strictObject({ exemption: id }),
  admits: { 'security-officer': 'grant' },
  errors: { 'education.exempt-over': 409 },
});

export const listExemptions = defineQuery({
  name: 'education.exemptions',
  summary: { zh: '查看免训登记', en: 'Exemptions from education' },
  input: z.strictObject({ order: z.enum(['zh', 'en']).default('zh'), ...pageInput }),
  /** Those that hold today, by unit and name. */
  output: pageOf(
    z.strictObject({
      exemption: id,
      person: id,
      name: z.string(),
      unit: id.nullable(),
      unitName: z.string().nullable(),
      topic: id,
      topicName: said,
      reason: z.string(),
      grantedOn: civilDay,
      until: civilDay,
      /** Who decided it, by name; null where that is no longer kept. */
      by: z.string().nullable(),
    }),
  ),
  admits: { 'security-officer': 'grant', 'unit-liaison': 'grant' },
  errors: { 'education.bad-cursor': 400 },
  showsPerson: true,
});
