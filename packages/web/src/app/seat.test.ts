import { afterEach, expect, test } from 'vitest';
import { momentText } from './format.ts';
import { instantOf, keepSeat, seatMinute, seatZone } from './seat.ts';

afterEach(() => keepSeat(480));

test('moments are shown by the clock of the seat, whatever the device says', () => {
  expect(momentText('2026-11-23T16:30:00Z', 'zh')).toBe('2026年11月24日 00:30');
  keepSeat(-300);
  expect(momentText('2026-11-23T16:30:00Z', 'en')).toBe('23 November 2026 at 11:30');
});

test('what is written by the seat’s clock is the same moment when it is shown again', () => {
  for (const offset of [480, -300, 330]) {
    keepSeat(offset);
    const moment = instantOf('2026-11-23T08:15');
    expect(moment === null ? null : seatMinute(moment)).toBe('2026-11-23T08:15');
  }
  keepSeat(480);
  expect(instantOf('2026-11-23T08:15')?.toISOString()).toBe('2026-11-23T00:15:00.000Z');
  expect(instantOf('soon')).toBe(null);
});

test('the zone is named as people write it', () => {
  expect(seatZone()).toBe('UTC+8');
  keepSeat(-300);
  expect(seatZone()).toBe('UTC−5');
  keepSeat(330);
  expect(seatZone()).toBe('UTC+5:30');
});
