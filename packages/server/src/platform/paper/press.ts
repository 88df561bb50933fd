import { Worker } from 'node:worker_threads';
import { ExplainedError } from '../words/explained-error.ts';
import { createWords } from '../words/words.ts';
import type { Paper, PaperFormat } from './paper.ts';
import type { PaperAsked } from './paper-worker.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const say = createWords(zh, en);

/** Cells of tables that one sheet may have: so many take about a minute as a PDF, and as much memory as the machine can spare. */
const mostCells: Readonly<Record<PaperFormat, number>> = { pdf: 60_000, docx: 120_000 };

const limits = { seconds: 120, memoryMb: 1536, idleSeconds: 30 };

export type Press = {
  /** Throws an `ExplainedError` where the paper is too long. */
  readonly print: (paper: Paper, format: PaperFormat) => Promise<Uint8Array>;
  readonly end: () => Promise<void>;
};

type Limits = { readonly seconds: number; readonly memoryMb: number; readonly idleSeconds: number };

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

/**
 * Prints on a thread of its own, one paper after the other: a long list holds up nobody who is not waiting for paper, and one that needs
 * more time or memory than there is ends that thread only. The thread stays for the next paper and goes when none comes.
 */
export function createPress(given: Partial<Limits> = {}): Press {
  const { seconds, memoryMb, idleSeconds } = { ...limits, ...given };
  let worker: Worker | null = null;
  let waiting: Waiting | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./paper-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    started.on('message', (bytes: Uint8Array) => waiting?.resolve(bytes));
    started.on('error', (error: NodeJS.ErrnoException) =>
      waiting?.reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLong() : error),
    );
    started.on('exit', () => {
      if (worker === started) worker = null;
      waiting?.reject(new Error('the press was ended'));
    });
    return started;
  };

  const printOne = async (asked: PaperAsked): Promise<Uint8Array> => {
    clearTimeout(idle);
    worker ??= start();
    const at = worker;
    at.ref();
    const timer = setTimeout(() => waiting?.reject(tooLong()), seconds * 1000);
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        waiting = { resolve, reject };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
        at.postMessage(asked);
      });
    } catch (error) {
      await end();
      throw error;
    } finally {
      waiting = null;
      clearTimeout(timer);
      at.unref();
      idle = setTimeout(() => void end(), idleSeconds * 1000).unref();
    }
  };

  return {
    async print(paper, format) {
      if (cellsOf(paper) > mostCells[format]) throw tooLong();
      const mine = last.then(() => printOne({ paper, format }));
      last = mine.catch(() => undefined);
      return mine;
    },
    end,
  };
}

const tooLong = (): ExplainedError => new ExplainedError('paper.too-long', say('paper.too-long'));

const cellsOf = ({ parts }: Paper): number =>
  parts.reduce((sum, part) => sum + (part.part === 'table' ? part.rows.length * part.columns.length : 0), 0);
