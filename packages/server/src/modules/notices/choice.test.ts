import { formatDay, formatInstant, parseDay, parseInstant } from '@sallyport/core/calendar';
import { describe, expect, test } from 'vitest';
import { type Choice, digestDay, keptUntil, usualIn } from './choice.ts';

const at = (text: string) => parseInstant(text) ?? Number.NaN;
const day = (text: string | null) => (text === null ? null : (parseDay(text) ?? Number.NaN));
const usual = usualIn('Asia/Shanghai');
const saidOf = (choice: Choice, now: string): string | null => {
  const until = keptUntil(choice, at(now));
  return until === null ? null : formatInstant(until);
};

describe('quiet hours', () => {
  test.each([
    ['2026-11-23T21:59:59+08:00', null],
    ['2026-11-23T22:00:00+08:00', '2026-11-23T23:00:00Z'],
    ['2026-11-24T03:00:00+08:00', '2026-11-23T23:00:00Z'],
    ['2026-11-24T06:59:59+08:00', '2026-11-23T23:00:00Z'],
    ['2026-11-24T07:00:00+08:00', null],
  ])('from 22:00 to 07:00: a letter of %s leaves at %s', (now, leaves) => {
    expect(saidOf(usual, now)).toBe(leaves);
  });

  test('are those of the zone somebody is in', () => {
    expect(saidOf(usualIn('America/New_York'), '2026-11-23T12:00:00+08:00')).toBe('2026-11-23T12:00:00Z');
    expect(saidOf(usualIn('America/New_York'), '2026-11-23T23:00:00+08:00')).toBeNull();
  });

  test('may lie in the day, end on the hour they were chosen for, and be none', () => {
    const shift: Choice = { ...usual, quiet: { from: 6 * 60, until: 18 * 60 } };
    expect(saidOf(shift, '2026-11-23T12:00:00+08:00')).toBe('2026-11-23T10:00:00Z');
    expect(saidOf(shift, '2026-11-23T18:00:00+08:00')).toBeNull();
    expect(saidOf({ ...usual, quiet: null }, '2026-11-23T03:00:00+08:00')).toBeNull();
    expect(saidOf({ ...usual, quiet: { from: 60, until: 60 } }, '2026-11-23T01:00:00+08:00')).toBeNull();
  });
});

describe('a digest', () => {
  const dayFor = (choice: Choice, lookedOn: string | null, now: string): string | null => {
    const found = digestDay(choice, day(lookedOn), at(now));
    return found === null ? null : formatDay(found);
  };

  test.each([
    ['each', null, '2026-11-23T07:29:59+08:00', null],
    ['each', null, '2026-11-23T07:30:00+08:00', '2026-11-23'],
    ['daily', '2026-11-23', '2026-11-23T09:00:00+08:00', null],
    ['daily', '2026-11-23', '2026-11-24T09:00:00+08:00', '2026-11-24'],
    ['daily', '2026-11-23', '2026-11-24T22:30:00+08:00', null],
    // 2026-11-23 is a Monday.
    ['weekly', '2026-11-16', '2026-11-22T12:00:00+08:00', null],
    ['weekly', '2026-11-16', '2026-11-23T07:00:00+08:00', null],
    ['weekly', '2026-11-16', '2026-11-23T07:30:00+08:00', '2026-11-23'],
    ['weekly', '2026-11-16', '2026-11-26T06:00:00+08:00', null],
    ['weekly', '2026-11-16', '2026-11-26T07:00:00+08:00', '2026-11-26'],
    ['weekly', '2026-11-26', '2026-11-27T12:00:00+08:00', null],
    ['weekly', null, '2026-11-27T12:00:00+08:00', '2026-11-27'],
  ] as const)('chosen as %s, looked into on %s: at %s it is that of %s', (digest, lookedOn, now, told) => {
    expect(dayFor({ ...usual, digest }, lookedOn, now)).toBe(told);
  });

  test('comes in the morning of the zone, and at the end of quiet hours that cover the morning', () => {
    expect(dayFor(usualIn('America/New_York'), null, '2026-11-23T20:29:00+08:00')).toBeNull();
    expect(dayFor(usualIn('America/New_York'), null, '2026-11-23T20:30:00+08:00')).toBe('2026-11-23');
    const late: Choice = { ...usual, quiet: { from: 0, until: 9 * 60 } };
    expect(dayFor(late, null, '2026-11-23T08:59:00+08:00')).toBeNull();
    expect(dayFor(late, null, '2026-11-23T09:00:00+08:00')).toBe('2026-11-23');
  });
});
