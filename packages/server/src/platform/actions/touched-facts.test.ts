import { expect, test } from 'vitest';
import type { Transaction } from '../database/transaction.ts';
import type { DutiesPort, Subjects } from './ports.ts';
import { collectTouched } from './touched-facts.ts';

const tx = { org: 'org-a' } as Transaction;

function collecting() {
  const said: string[] = [];
  const listed = (subjects: Subjects): string =>
    [...subjects].map(([kind, ids]) => `${kind} ${[...ids].join()}`).join('; ');
  const duties: DutiesPort = {
    touched: async (_tx, kind, ids) => new Map([[`of ${kind}`, new Set(ids)]]),
    changing: () => void said.push('changing'),
    settle: async (_tx, subjects, now, cause) => void said.push(`settle ${listed(subjects)} at ${now}: ${cause}`),
  };
  return { facts: collectTouched(tx, duties, 7), said, listed };
}

test('what was settled on the way is not settled again at the end, but what is touched anew is', async () => {
  const { facts, said, listed } = collecting();
  await facts.before('trip', ['a']);
  facts.after('trip', ['a', 'b']);
  facts.after('leg', ['x']);
  await facts.settle();
  expect(said.splice(0)).toEqual(['changing', 'changing', 'changing', 'settle of trip a,b; of leg x at 7: fact']);
  await facts.settle();
  expect(said.splice(0)).toEqual(['settle  at 7: fact']);
  facts.after('trip', ['a']);
  await facts.before('leg', ['y'], 'erasure');
  expect(listed(await facts.subjects())).toBe('of leg y; of trip a');
  expect(facts.cause()).toBe('erasure');
});
