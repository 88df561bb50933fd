import { parseDay, parseInstant } from '@sallyport/core/calendar';
import { expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { createTestClock } from './test-clock.ts';

test('gives microseconds of the time it reads', () => {
  expect(createClock(() => 1_700_000_000_123.7).now()).toBe(1_700_000_000_123_000);
});

test('reads the machine unless told otherwise', () => {
  const before = Date.now() * 1000;
  const now = createClock().now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now() * 1000);
});

test('the day turns at midnight of the zone, not of the machine', () => {
  const clock = createTestClock('2026-11-23T15:59:59Z');
  expect(clock.today(480)).toBe(parseDay('2026-11-23'));
  clock.advance({ seconds: 1 });
  expect(clock.today(480)).toBe(parseDay('2026-11-24'));
  expect(clock.today(-300)).toBe(parseDay('2026-11-23'));
});

test('a test clock stands until it is moved', () => {
  const clock = createTestClock('2026-11-23T00:00:00+08:00');
  expect(clock.now()).toBe(clock.now());
  clock.advance({ days: 1, hours: 1 });
  expect(clock.now()).toBe(parseInstant('2026-11-24T01:00:00+08:00'));
  clock.set('2000-01-01T00:00:00Z');
  expect(clock.now()).toBe(parseInstant('2000-01-01T00:00:00Z'));
});

test('a test clock wants an offset', () => {
  expect(() => createTestClock('2026-11-23T00:00:00')).toThrow(/not an instant/);
});
