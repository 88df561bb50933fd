import { expect, test } from 'vitest';
import { filterOf, noFilter } from './filter.ts';

test('an empty field of the search is no condition', () => {
  expect(filterOf(noFilter)).toEqual({});
  expect(filterOf({ ...noFilter, subject: ' person/1 ', from: '2026-11-23' })).toEqual({
    subject: 'person/1',
    from: '2026-11-23',
  });
});
