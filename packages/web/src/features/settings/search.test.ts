import { expect, test } from 'vitest';
import { heldOn, readSettingsSearch } from './search.ts';

const setting = {
  standard: 3,
  own: [
    { value: 7, from: '2026-12-01' },
    { value: 5, from: '2026-01-01' },
  ],
};

test.each([
  ['2025-12-31', { value: 3, since: null }],
  ['2026-01-01', { value: 5, since: '2026-01-01' }],
  ['2026-11-30', { value: 5, since: '2026-01-01' }],
  ['2026-12-01', { value: 7, since: '2026-12-01' }],
])('what held on %s', (day, held) => {
  expect(heldOn(setting, day)).toEqual(held);
});

test('an address says part of a title and a day', () => {
  expect(readSettingsSearch({ find: 12, on: '2026-01-01' })).toEqual({ find: '12', on: '2026-01-01' });
  expect(readSettingsSearch({ about: 'traveller' })).toEqual({ about: 'traveller' });
  expect(readSettingsSearch({ find: '', on: 'then', about: 3 })).toEqual({});
});
