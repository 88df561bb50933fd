import type { WorkingDays } from '@sallyport/core/calendar';
import {
  type Answer,
  type FeelContext,
  FeelSession,
  type MemoryEngine,
  placeOf,
  Refusal,
  readSqlValue,
  SqlBatch,
  type SqlQuestion,
} from '@sallyport/core/feel';
import type { Phrase } from '../words.ts';
import type { SqlServer } from './sql-server.ts';

export type Question = { readonly text: string; readonly context: FeelContext };
export type Refused = { readonly message: Phrase; readonly line: number; readonly column: number };
export type Reply = { readonly answer: Answer } | { readonly refused: Refused };

/** Answers questions in their order; refusals come from the checker, so that they are the same on every engine. */
export type Engine = { answer(questions: readonly Question[]): Promise<readonly Reply[]> };

export const refusedBy = (source: string, { text, from }: Refusal): Refused => ({
  message: text,
  ...placeOf(source, from),
});

export function memoryEngine(calendar: WorkingDays, engine: MemoryEngine): Engine {
  const session = new FeelSession(calendar);
  return {
    answer: async (questions) =>
      questions.flatMap(({ text, context }) => {
        const reply = checked(text, () => ({ answer: session.run(text, context, engine) }));
        return reply ? [reply] : [];
      }),
  };
}

export function sqlEngine(calendar: WorkingDays, server: SqlServer): Engine {
  const session = new FeelSession(calendar);
  return {
    answer: async (questions) => {
      const replies: Reply[] = [];
      let batch = new SqlBatch(calendar.id);
      let waiting: Waiting[] = [];
      const ask = async (): Promise<void> => {
        if (waiting.length > 0) await answerTogether(batch, waiting, replies, calendar, server);
        batch = new SqlBatch(calendar.id);
        waiting = [];
      };
      for (const [index, { text, context }] of questions.entries()) {
        const reply = checked(text, () => {
          const node = session.tree(text, context);
          batch.add({ node, context });
          waiting.push({ index, text, node, context });
        });
        if (reply) replies[index] = reply;
        if (batch.full) await ask();
      }
      await ask();
      return replies;
    },
  };
}

type Waiting = SqlQuestion & { readonly index: number; readonly text: string };

async function answerTogether(
  batch: SqlBatch,
  waiting: readonly Waiting[],
  replies: Reply[],
  calendar: WorkingDays,
  server: SqlServer,
): Promise<void> {
  try {
    const values = await server.values(batch.statement());
    waiting.forEach(({ index, node: { type } }, at) => {
      replies[index] = { answer: { type, value: readSqlValue(type, values[at] ?? null) } };
    });
  } catch (error) {
    const [only, second] = waiting;
    if (only && !second) replies[only.index] = fault(error);
    // One of them broke the statement; the others are answered without it.
    else for (const one of waiting) await answerTogether(alone(one, calendar), [one], replies, calendar, server);
  }
}

function alone(question: SqlQuestion, calendar: WorkingDays): SqlBatch {
  const batch = new SqlBatch(calendar.id);
  batch.add(question);
  return batch;
}

function checked(text: string, work: () => Reply | void): Reply | undefined {
  try {
    return work() ?? undefined;
  } catch (error) {
    return error instanceof Refusal ? { refused: refusedBy(text, error) } : fault(error);
  }
}

/** Not the user's doing: the line says so, and the rest of the batch goes on. */
function fault(error: unknown): Reply {
  process.exitCode = 1;
  const reason = error instanceof Error ? error.message : String(error);
  const message = { zh: `程序出错，不是表达式的问题：${reason}`, en: `a fault of the program: ${reason}` };
  return { refused: { message, line: 1, column: 1 } };
}
