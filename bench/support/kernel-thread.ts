// A thread of `threads.ts`: compiles the packs for itself and evaluates its share of the subjects whenever it is told to.
import { parentPort, workerData } from 'node:worker_threads';
import { type BoundRule, generate, type Question, runKernel, sharedRoom, start } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { lawOf } from '../../packages/cli/src/law/read-packs.ts';

export type ThreadData = {
  readonly asked: Omit<Question, 'rules'>;
  /** Id and revision of each. */
  readonly rules: readonly string[];
  readonly bound: readonly BoundRule[];
  readonly part: number;
  readonly of: number;
};

const { asked, rules, bound, part, of } = workerData as ThreadData;
const wanted = new Set(rules);
const question: Question = {
  ...asked,
  rules: lawOf().rules.filter(({ id, revision }) => wanted.has(`${id} ${revision}`)),
};
const kernel = start(generate(question, vocabulary), bound, question);
const sinks = new Map();
const answer = (value: unknown): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(value);
};
parentPort?.on('message', () => answer(runKernel(kernel, sinks, { part, of, room: sharedRoom })));
answer('ready');
