import { expect, test } from 'vitest';
import { isBeingWritten } from './written.ts';

test('what is chosen can be gone back from, what is written letter by letter not to each letter', () => {
  expect(isBeingWritten({ status: 'overdue' })).toBe(false);
  expect(isBeingWritten({ find: '王' })).toBe(true);
  expect(isBeingWritten({ on: '2023-06-30' })).toBe(true);
});
