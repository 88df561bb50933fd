import { expect, test } from 'vitest';
import { dayOf, readLawSearch } from './search.ts';

test('an address says the day, the words and the filters; what is none of them is passed over', () => {
  const search = { on: '2023-06-30', find: 18, speaks: 'duty', sureness: 'text', other: 'x' };
  expect(readLawSearch(search)).toEqual({ on: '2023-06-30', find: '18', speaks: 'duty', sureness: 'text' });
  expect(readLawSearch({ on: 'yesterday', find: '', sureness: 'sure' })).toEqual({});
});

test('the day alone goes on to the next page', () => {
  expect(dayOf(readLawSearch({ on: '2023-06-30', find: '18' }))).toEqual({ on: '2023-06-30' });
  expect(dayOf({ find: '18' })).toEqual({});
});
