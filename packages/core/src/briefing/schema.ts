import { z } from 'zod';
import { vocabulary } from '../facts/index.ts';
import { slug } from '../law/index.ts';
import { conditionSchema } from './conditions.ts';

/** The shape of `library.yaml`; docs/briefing.md explains each key. Unknown keys are refused. */

const topics = Object.keys(vocabulary.kinds.get('briefing')?.fields['topic']?.words ?? {}) as [string, ...string[]];
const seats = Object.keys(vocabulary.kinds.get('organisation')?.fields['seat']?.words ?? {}) as [string, ...string[]];

export const librarySchema = z.strictObject({
  revision: z.int().positive(),
  questions: z.int().min(1).max(20),
  topics: z.array(z.strictObject({ topic: z.enum(topics), blocks: z.array(slug).min(1) })).min(1),
  blocks: z
    .array(
      z.strictObject({
        id: slug,
        seats: z.array(z.enum(seats)).min(1).optional(),
        when: z.array(conditionSchema).min(1),
      }),
    )
    .min(1),
});
export type LibraryText = z.infer<typeof librarySchema>;
