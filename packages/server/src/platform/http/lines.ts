import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { Refused } from '../actions/refusal.ts';
import { ExplainedError } from '../words/explained-error.ts';
import type { Say } from '../words/join.ts';
import type { Phrase } from '../words/words.ts';

/** Sends one line on the way; waits while the reader is behind. */
export type Tell = (line: object) => Promise<void>;

type Parts = { readonly say: Say; readonly recordFault: (error: unknown) => void };

/**
 * A long answer as lines of JSON: what there is to tell on the way, and on the last line the result, or why there is none. One without a
 * last line was cut off.
 */
export const answerInLines =
  ({ say, recordFault }: Parts) =>
  (c: Context, work: (tell: Tell) => Promise<unknown>): Response =>
    stream(c, async (out) => {
      const tell: Tell = async (line) => void (await out.write(`${JSON.stringify(line)}\n`));
      try {
        await tell({ result: await work(tell) });
      } catch (error) {
        const refused = reasonOf(error, say);
        if (refused === null) recordFault(error);
        await tell(refused === null ? { fault: true } : { refused });
      }
    });

function reasonOf(error: unknown, say: Say): Phrase | null {
  if (error instanceof ExplainedError) return error.phrase;
  const [first] = error instanceof Refused ? error.refusals : [];
  if (first === undefined) return null;
  return { zh: say(first.code, 'zh', first.details), en: say(first.code, 'en', first.details) };
}
