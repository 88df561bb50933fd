import { expect, test } from 'vitest';
import { knownByOf, readAsOf } from './as-of-search.ts';

test('an address says of which day and as known when; what it cannot say is passed over', () => {
  expect(readAsOf({ day: '2026-11-20', mode: 'known', by: '2026-11-23T08:30' })).toEqual({
    day: '2026-11-20',
    mode: 'known',
    by: '2026-11-23T08:30',
  });
  expect(readAsOf({ day: 'x', mode: 'other', by: 'yesterday' })).toEqual({});
  // What is known now is known by no other moment.
  expect(readAsOf({ mode: true, by: '2026-11-23T08:30' })).toEqual({ mode: 'true' });
});

test('the moment is one of the seat, whatever the clock of the device says', () => {
  expect(knownByOf({ by: '2026-11-23T08:30' })).toEqual({ knownBy: '2026-11-23T00:30:00.000Z' });
  expect(knownByOf({})).toEqual({});
});
