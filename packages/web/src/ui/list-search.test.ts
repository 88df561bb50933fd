import { expect, test } from 'vitest';
import { keepSeat } from '../app/seat.ts';
import { dayOf, readNamedSearch, soughtIn, today } from './list-search.ts';

test('an address says what is asked of a list, and nothing else', () => {
  expect(readNamedSearch({ find: '王明', newest: true, on: '2026-01-01', other: 'x' })).toEqual({
    find: '王明',
    newest: true,
    on: '2026-01-01',
  });
  expect(readNamedSearch({ find: 12, newest: 'yes', on: 'soon' })).toEqual({ find: '12' });
});

test('without a day the list is today’s by the clock of the seat, and all is every day', () => {
  keepSeat(480);
  expect(today()).toBe(new Date(Date.now() + 480 * 60_000).toISOString().slice(0, 10));
  expect(dayOf({ on: 'all' })).toBe(undefined);
  expect(dayOf({ on: '2020-02-29' })).toBe('2020-02-29');
});

test('one character is not looked for', () => {
  expect([soughtIn('王'), soughtIn(' 王 '), soughtIn('王明'), soughtIn('𠮷𠮷'), soughtIn(undefined)]).toEqual([
    undefined,
    undefined,
    '王明',
    '𠮷𠮷',
    undefined,
  ]);
});
