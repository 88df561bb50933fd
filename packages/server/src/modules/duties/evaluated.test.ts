import { expect, test } from 'vitest';
import type { Transaction } from '../../platform/database/transaction.ts';
import { forgetEvaluated, markEvaluated, notEvaluated } from './evaluated.ts';

const transaction = (): Transaction => ({ org: 'org-a' }) as Transaction;
const work = (rules: string[], subjects: string[], kind = 'traveller') => ({ kind, rules, subjects });

test('what was evaluated is left out, subject by subject, and only where every rule was', () => {
  const tx = transaction();
  expect(notEvaluated(tx, work(['a'], ['s', 't'])).subjects).toEqual(['s', 't']);
  markEvaluated(tx, [work(['a'], ['s']), work(['b'], ['s', 't'])]);
  expect(notEvaluated(tx, work(['a', 'b'], ['s', 't'])).subjects).toEqual(['t']);
  expect(notEvaluated(tx, work(['b'], ['s', 't'])).subjects).toEqual([]);
  expect(notEvaluated(tx, work(['b', 'c'], ['s'])).subjects).toEqual(['s']);
  // The same id of another kind is another subject.
  expect(notEvaluated(tx, work(['a'], ['s'], 'trip')).subjects).toEqual(['s']);
});

test('a change of facts, and another transaction, begin anew', () => {
  const tx = transaction();
  markEvaluated(tx, [work(['a'], ['s'])]);
  expect(notEvaluated(transaction(), work(['a'], ['s'])).subjects).toEqual(['s']);
  forgetEvaluated(tx);
  expect(notEvaluated(tx, work(['a'], ['s'])).subjects).toEqual(['s']);
});
