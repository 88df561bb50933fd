import { statusCode } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import { expect, test } from 'vitest';
import type { Count } from './summary-store.ts';
import { backlogIn, figuresOf } from './suppress.ts';

const count = (status: Status, duties: number, persons: number): Count => ({
  pack: 'p',
  status: statusCode(status),
  duties,
  about: persons,
  persons,
  before: 0,
  beforePersons: 0,
  sincePersons: persons,
});

test('duties of the organisation are counted as they are', () => {
  expect(figuresOf([count('met', 3, 0), count('overdue', 1, 0)])).toMatchObject({
    byStatus: { met: 3, overdue: 1, late: 0 },
    owed: 4,
    settled: 3,
  });
});

test('fewer than five persons are not shown, nor what would give them away', () => {
  const { byStatus, owed, settled } = figuresOf([count('met', 40, 40), count('late', 9, 9), count('overdue', 4, 4)]);
  expect(byStatus).toMatchObject({ met: 40, late: null, overdue: null, missed: 0 });
  expect([owed, settled]).toEqual([null, null]);
});

test('five persons are shown', () => {
  expect(figuresOf([count('met', 40, 40), count('overdue', 5, 5)])).toMatchObject({ owed: 45, settled: 40 });
});

test('the backlog is a part of what is owed, and held back where it or the rest would show a few persons', () => {
  const old = (beforePersons: number, sincePersons: number): Count => ({
    ...count('overdue', 40, 30),
    before: 25,
    beforePersons,
    sincePersons,
  });
  expect(backlogIn([old(20, 12), count('met', 9, 9)])).toBe(25);
  expect(backlogIn([old(0, 0)])).toBe(25);
  expect(backlogIn([old(4, 28)])).toBeNull();
  expect(backlogIn([old(28, 4)])).toBeNull();
  // A count that is held back for another's sake gives up no part of itself.
  expect(backlogIn([old(20, 12), count('late', 4, 4)])).toBeNull();
  expect(backlogIn([count('overdue', 4, 4)])).toBe(0);
});
