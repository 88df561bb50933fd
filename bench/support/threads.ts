import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bind, type DutyColumns, generate, type Question, type Relations, shared } from '@sallyport/core/duties';
import { type Register, vocabulary } from '@sallyport/core/facts';
import type { ThreadData } from './kernel-thread.ts';

export type Threads = {
  /** The duties of each share of the subjects, one share a thread, in shared memory; what was there is overwritten. */
  run(this: void): Promise<DutyColumns[][]>;
  end(this: void): Promise<void>;
};

/** Threads that evaluate a question over one register, each a share of the subjects; they share its columns and keep their results' room. */
export async function openThreads(
  count: number,
  question: Question,
  register: Register,
  relations: Relations,
): Promise<Threads> {
  const { rules, ...asked } = question;
  const bound = shared(bind(generate(question, vocabulary), question, register, relations));
  const workers = Array.from({ length: count }, (_, part) => {
    const workerData: ThreadData = {
      asked,
      rules: rules.map(({ id, revision }) => `${id} ${revision}`),
      bound,
      part,
      of: count,
    };
    return new Worker(new URL('./kernel-thread.ts', import.meta.url), { workerData });
  });
  const answers = <Answer>(): Promise<Answer[]> =>
    Promise.all(workers.map(async (worker) => ((await once(worker, 'message')) as [Answer])[0]));
  await answers<'ready'>();
  return {
    run: () => {
      const found = answers<DutyColumns[]>();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      for (const worker of workers) worker.postMessage('run');
      return found;
    },
    end: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  };
}
