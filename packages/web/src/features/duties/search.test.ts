import { expect, test } from 'vitest';
import { readDutyKey, readListSearch, statusesOf } from './search.ts';

test('an address is read as any other thing from outside: what is no filter is left out', () => {
  expect(readListSearch({ status: 'overdue', instrument: 'cn-cel-2023', subject: '' })).toEqual({
    status: 'overdue',
    instrument: 'cn-cel-2023',
  });
  expect(readListSearch({ status: 'late-ish', instrument: ['cn-cel-2023'], from: '2026-1-1', other: 'x' })).toEqual({});
  // The router hands a number on as one, and a person's number may have nothing but figures.
  expect(readListSearch({ assignee: 1042 })).toEqual({ assignee: '1042' });
});

test('a duty that does not recur has no period in its address', () => {
  expect(readDutyKey({ rule: 'a', subject: 'b' })).toEqual({ rule: 'a', subject: 'b' });
  expect(readDutyKey({ rule: 'a', subject: 'b', period: '2026-01-01' }).period).toBe('2026-01-01');
});

test('without a filter the list shows what still asks for something, and all of it when asked', () => {
  expect(statusesOf(readListSearch({}).status)).toEqual(['overdue', 'review', 'unclear', 'pending']);
  expect(statusesOf(readListSearch({ status: 'all' }).status)).toContain('met');
  expect(statusesOf('late')).toEqual(['late']);
});
