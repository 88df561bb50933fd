import { z } from 'zod';
import { parseDay } from '../calendar/index.ts';
import { vocabulary } from '../facts/index.ts';
import { bilingual, reference, slug } from '../law/index.ts';
import { methodNames } from './methods.ts';

/** The shape of a course's YAML files; docs/courses.md explains each key. Unknown keys are refused. */

const wordsOf = (kind: string, field: string): string[] =>
  Object.keys(vocabulary.kinds.get(kind)?.fields[field]?.words ?? {});

const listed = (words: string[]) => z.enum(words as [string, ...string[]]);

export const courseSchema = z.strictObject({
  id: slug,
  revision: z.int().positive(),
  title: bilingual,
  about: bilingual,
  audience: listed(wordsOf('course', 'audience')),
  topics: z.array(listed(wordsOf('completion', 'topic'))).min(1),
  passMark: z.int().min(1).max(100),
  attempts: z.int().min(1).max(100),
  waitHours: z.int().min(0).max(8760),
  validMonths: z.int().min(1).max(120),
  categories: z.array(z.strictObject({ id: slug, title: bilingual, draw: z.int().min(1).max(100) })).min(1),
  lessons: z.array(slug).min(1),
  clauses: z.array(reference),
});
export type CourseText = z.infer<typeof courseSchema>;

const option = z.strictObject({ text: bilingual, right: z.literal(true).optional(), why: bilingual });

export const questionSchema = z.strictObject({
  id: slug,
  choose: z.literal('several').optional(),
  method: z.enum(methodNames).optional(),
  scenario: bilingual.optional(),
  ask: bilingual,
  clauses: z.array(reference).min(1).optional(),
  practice: z.literal(true).optional(),
  options: z.array(option).min(2).max(6),
});
export type QuestionText = z.infer<typeof questionSchema>;

export const reviewsSchema = z.array(
  z.strictObject({
    by: z.string().trim().min(1).max(200),
    on: z.string().refine((text) => parseDay(text) !== null, 'must be a day that exists, such as 2026-12-01'),
    hash: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, 'must be “sha256:” and 64 hexadecimal digits of the file that was read'),
  }),
);
