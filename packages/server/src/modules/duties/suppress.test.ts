import { statusCode } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import { expect, test } from 'vitest';
import type { Count } from './summary-store.ts';
import { figuresOf } from './suppress.ts';

const count = (status: Status, duties: number, persons: number): Count => ({
  pack: 'p',
  status: statusCode(status),
  duties,
  about: persons,
  persons,
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
