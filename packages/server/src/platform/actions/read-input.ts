import { hasClassifiedLine } from '@sallyport/core/facts';
import type { z } from 'zod';
import { type Refusal, Refused } from './refusal.ts';

/** One thing wrong with an input: where, and which check failed with which bounds; sentences are made for the reader later. */
type InputProblem = {
  readonly path: string;
  readonly check: string;
  readonly bounds: Readonly<Record<string, unknown>>;
};

/** Reads inputs by their schema; refuses all of them when one is wrong, and says of each what is wrong. */
export function readInputs(schema: z.ZodType, inputs: readonly unknown[]): unknown[] {
  const refusals: Refusal[] = [];
  const read = inputs.map((input, at) => {
    const result = schema.safeParse(input);
    if (result.success && !isMarked(result.data)) return result.data;
    // Nothing of what was sent is kept or repeated, whatever it was sent for (PEOPLE.md, "Classified content does not go in").
    if (result.success) refusals.push({ code: 'register.classified-mark', at });
    else refusals.push({ code: 'request.invalid', details: { problems: result.error.issues.map(problemOf) }, at });
    return undefined;
  });
  if (refusals.length > 0) throw new Refused(refusals);
  return read;
}

/** Whether any text of an input bears the mark of classified content: reasons, names and titles as much as fields. */
function isMarked(value: unknown): boolean {
  if (typeof value === 'string') return hasClassifiedLine(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isMarked);
}

/** What was given is not repeated: it may be a secret that was put into the wrong field. */
function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const bounds = Object.fromEntries(
    ['minimum', 'maximum', 'expected', 'format', 'keys', 'values']
      .filter((name) => name in issue)
      .map((name) => [name, (issue as unknown as Record<string, unknown>)[name]]),
  );
  return { path: issue.path.map(String).join('.'), check: issue.code, bounds };
}
