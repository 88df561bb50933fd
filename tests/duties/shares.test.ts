import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDay } from '@sallyport/core/calendar';
import {
  bind,
  type DutyColumns,
  generate,
  questionOf,
  Relations,
  runKernel,
  shared,
  sharedRoom,
  start,
  statusCode,
} from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { compareShares } from '../../bench/support/compare-shares.ts';
import { openThreads } from '../../bench/support/threads.ts';
import { folderSink } from '../../packages/cli/src/generate/fact-writer.ts';
import { defaultAsOf, generateRegister } from '../../packages/cli/src/generate/generate-register.ts';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { readRegister } from '../../packages/cli/src/register/read-folder.ts';

const law = lawOf();
const folder = mkdtempSync(join(tmpdir(), 'sallyport-shares-'));
generateRegister(
  { people: 150, trips: 600, seed: '7', asOf: defaultAsOf, demo: false, kinds: null },
  folderSink(folder),
);
const { register } = await readRegister(folder);
rmSync(folder, { recursive: true });
const relations = new Relations(register);
const question = questionOf(law, register, parseDay(defaultAsOf) ?? 0, calendars());
const codes = generate(question, vocabulary);
const bound = bind(codes, question, register, relations);
const told: [number, number][] = [];
const whole = runKernel(start(codes, bound, question), undefined, undefined, (...how) => told.push(how));

/** Statuses that depend on what is handed over beside the columns. */
const statuses = (duties: readonly DutyColumns[]): Set<number> =>
  new Set(duties.flatMap(({ status, count }) => [...status.subarray(0, count)]));

test('a run tells how far it has come, up to the end', () => {
  expect(told.length).toBeGreaterThan(10);
  const total = told[0]?.[1] ?? 0;
  told.forEach(([done, of], index) => {
    expect(of).toBe(total);
    expect(done).toBeGreaterThan(told[index - 1]?.[0] ?? 0);
  });
  expect(told.at(-1)).toEqual([total, total]);
});

test('the shares of all rules, over what another thread is given, are the whole', () => {
  // A clone has no functions: what it is made of can be handed to a thread.
  const given = structuredClone(shared(bound));
  const kernel = start(codes, given, question);
  const shares = [0, 1, 2].map((part) => runKernel(kernel, new Map(), { part, of: 3, room: sharedRoom }));
  expect(compareShares(whole, shares)).toBeGreaterThan(2000);
  for (const name of ['waived', 'breached', 'review'] as const)
    expect(statuses(whole), name).toContain(statusCode(name));
});

test('a share that differs from the whole is noticed', () => {
  const kernel = start(codes, bound, question);
  const shares = [0, 1].map((part) => runKernel(kernel, new Map(), { part, of: 2, room: sharedRoom }));
  const [rule] = shares[1]?.filter(({ count }) => count > 0) ?? [];
  if (!rule) throw new Error('the second share is empty');
  rule.status[rule.count - 1] = 9 - (rule.status[rule.count - 1] ?? 0);
  expect(() => compareShares(whole, shares)).toThrow(rule.rule);
});

test('two threads, each with packs it compiled itself, find what one finds', async () => {
  const threads = await openThreads(2, question, register, relations);
  try {
    const first = await threads.run();
    expect(compareShares(whole, first)).toBeGreaterThan(2000);
    // Their room is used again: a second run starts afresh.
    expect(compareShares(whole, await threads.run())).toBeGreaterThan(2000);
    expect(first.flat().every(({ subject }) => subject.buffer instanceof SharedArrayBuffer)).toBe(true);
  } finally {
    await threads.end();
  }
});
