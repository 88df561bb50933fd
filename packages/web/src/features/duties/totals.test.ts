import { expect, test } from 'vitest';
import { totalsOf } from './totals.ts';

test('a figure held back to protect a few people is in neither side of the total, and the total says so', () => {
  const instruments = [
    { settled: 3, owed: 5, backlog: 2 },
    { settled: null, owed: 4, backlog: 3 },
    { settled: null, owed: null, backlog: null },
    { settled: 0, owed: 2, backlog: null },
  ];
  expect(totalsOf(instruments)).toEqual({ settled: 3, owed: 7, hidden: 2, backlog: 2 });
  expect(totalsOf([])).toEqual({ settled: 0, owed: 0, hidden: 0, backlog: 0 });
});
