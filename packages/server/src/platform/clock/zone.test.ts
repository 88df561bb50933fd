import { formatDay, formatInstant, parseDay, parseInstant } from '@sallyport/core/calendar';
import { expect, test } from 'vitest';
import { civilIn, instantIn } from './zone.ts';

const at = (text: string) => parseInstant(text) ?? Number.NaN;
const day = (text: string) => parseDay(text) ?? Number.NaN;

test.each([
  ['Asia/Shanghai', '2026-11-23T16:30:00Z', '2026-11-24', 30],
  ['America/New_York', '2026-11-23T04:59:59Z', '2026-11-22', 1439],
  ['Asia/Kolkata', '2026-06-01T00:00:00Z', '2026-06-01', 330],
  ['UTC', '2026-02-28T23:59:00Z', '2026-02-28', 1439],
])('in %s at %s the calendar shows %s', (zone, instant, civilDay, minute) => {
  const civil = civilIn(zone, at(instant));
  expect([formatDay(civil.day), civil.minute]).toEqual([civilDay, minute]);
});

test.each([
  ['Asia/Shanghai', '2026-11-24', 420, '2026-11-23T23:00:00Z'],
  ['Europe/Oslo', '2026-07-01', 420, '2026-07-01T05:00:00Z'],
  ['Europe/Oslo', '2026-12-01', 420, '2026-12-01T06:00:00Z'],
  // The night on which the clocks are set: forward (02:30 is skipped) and back.
  ['Europe/Oslo', '2026-03-29', 150, '2026-03-29T01:30:00Z'],
  ['Europe/Oslo', '2026-03-29', 420, '2026-03-29T05:00:00Z'],
  ['Europe/Oslo', '2026-10-25', 420, '2026-10-25T06:00:00Z'],
])('in %s it is %s, minute %i, at %s', (zone, civilDay, minute, instant) => {
  expect(formatInstant(instantIn(zone, { day: day(civilDay), minute }))).toBe(instant);
});
