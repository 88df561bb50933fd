import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killTree } from './kill-tree.ts';
import type { Order, Report } from './orders.ts';

/** A program that runs until it dies or is told to. */
export type Victim = {
  ask(order: Order): Promise<Report>;
  /** Resolves when it is dead. */
  readonly died: Promise<unknown>;
  kill(): Promise<void>;
};

/** It ended before it answered. */
export class Died extends Error {}

type Loaded = { readonly child: ChildProcess; readonly died: Promise<unknown>; readonly ready: Promise<Report> };

const script = new URL('program-under-test.ts', import.meta.url).pathname;

/** Programs, one after the other; the next is loaded while one runs, since loading is what takes the time. */
export function createPrograms() {
  let standby: Loaded | null = null;

  return {
    async next(): Promise<Victim> {
      const { child, died, ready } = standby ?? load();
      standby = load();
      await ready;
      return {
        died,
        ask: (order) => {
          const answer = hear(child, died);
          child.send(order);
          return answer;
        },
        kill: async () => {
          killTree(child.pid ?? 0);
          await died;
        },
      };
    },
    end: () => {
      if (standby !== null) killTree(standby.child.pid ?? 0);
    },
  };
}

function load(): Loaded {
  const child = fork(script, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'sallyport-compile-cache') },
  });
  const died = once(child, 'exit');
  // Read all the time: a full pipe would hold it up.
  child.stderr?.on('data', (part: Buffer) => said.set(child, (said.get(child) ?? '') + part.toString()));
  const ready = hear(child, died);
  // Nobody waits for one that is killed as it stands by.
  ready.catch(() => undefined);
  return { child, died, ready };
}

/** What each wrote to its log. */
const said = new WeakMap<ChildProcess, string>();

async function hear(child: ChildProcess, died: Promise<unknown>): Promise<Report> {
  const report = once(child, 'message').then(([message]) => message as Report);
  const first = await Promise.race([report, died.then(() => null)]);
  if (first === null) throw new Died(`the program died${said.get(child)?.slice(-4000) ?? ''}`);
  if (first.is === 'failed') throw new Error(first.why);
  return first;
}
