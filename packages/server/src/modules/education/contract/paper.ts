import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const letter = z.string().regex(/^[A-F]$/);
const number = z.int().min(1);

/**
 * What leaves the server before submission. The shape is closed: an answer with a key, a reason, a clause or the name of a question is none of
 * this contract and is not sent.
 */
export const paper = z.strictObject({
  questions: z.array(
    z.strictObject({
      number,
      category: said,
      choose: z.enum(['one', 'several']),
      scenario: said.nullable(),
      ask: said,
      options: z.array(z.strictObject({ letter, text: said })),
    }),
  ),
});

/** Letters chosen, by the number of the question. */
export const answers = z
  .record(z.string().regex(/^[1-9]\d{0,2}$/), z.array(letter).max(6))
  .refine((given) => Object.keys(given).length <= 200, 'too many');
export type AnswersGiven = z.output<typeof answers>;

/** After submission, to who submitted: each option with its reason. */
export const explainedPaper = z.array(
  z.strictObject({
    number,
    ask: said,
    scenario: said.nullable(),
    right: z.boolean(),
    clauses: z.array(z.strictObject({ id: z.string(), name: said })),
    options: z.array(z.strictObject({ letter, text: said, chosen: z.boolean(), right: z.boolean(), why: said })),
  }),
);
