import { expect, test } from 'vitest';
import { dayAt, endOfDay, parseDay, parseInstant } from '../calendar/index.ts';
import { seats } from './kinds/organisation.ts';
import { seatOffset } from './seat.ts';

test('a seat counts its own days', () => {
  const instant = parseInstant('2026-11-23T16:00:00Z') ?? Number.NaN;
  expect(dayAt(instant, seatOffset('cn'))).toBe(parseDay('2026-11-24'));
  expect(dayAt(instant - 1, seatOffset('cn'))).toBe(parseDay('2026-11-23'));
  expect(dayAt(instant, seatOffset('us'))).toBe(parseDay('2026-11-23'));
});

test.each(Object.keys(seats))('the end of a day in %s is the last instant of it', (seat) => {
  const offset = seatOffset(seat);
  const day = parseDay('2024-02-29') ?? Number.NaN;
  expect(dayAt(endOfDay(day, offset), offset)).toBe(day);
  expect(dayAt(endOfDay(day, offset) + 1, offset)).toBe(day + 1);
});

test.each([undefined, null, '', 'moon', 'toString'])('%s is no seat: days are those of mainland China', (seat) => {
  expect(seatOffset(seat)).toBe(seatOffset('cn'));
});
