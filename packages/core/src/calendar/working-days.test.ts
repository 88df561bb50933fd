import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollForward } from './limits.ts';
import { parseDay } from './plain-date.ts';
import { addWorkingDays, isWorkingDay, workingDays, workingDaysBetween } from './working-days.ts';

const on = (text: string): number => parseDay(text) ?? 0;
const named = (...days: string[]) => days.map((day) => [on(day), '试', 'test'] as const);

/** New Year's Day and a long holiday, with a Saturday and a Sunday that are worked. */
const rest = ['2024-01-01', '2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07', '2024-02-29'];
const work = ['2024-09-29', '2024-10-12'];
const calendar = workingDays({
  id: 'test',
  title: { zh: '试', en: 'test' },
  weekend: [6, 7],
  years: [
    { year: 2024, source: { zh: '试', en: 'test' }, sureness: 'text', rest: named(...rest), work: named(...work) },
  ],
});

/** Read off the lists with the platform's own calendar, a day at a time. */
function works(day: number): boolean {
  const date = new Date(day * 86_400_000);
  const text = date.toISOString().slice(0, 10);
  return work.includes(text) || (!rest.includes(text) && date.getUTCDay() % 6 !== 0);
}

function walked(from: number, count: number): number {
  let at = from;
  if (count === 0) while (!works(at)) at++;
  for (let left = Math.abs(count); left > 0; ) {
    at += Math.sign(count);
    if (works(at)) left--;
  }
  return at;
}

const day = fc.oneof(
  fc.integer({ min: on('2023-11-01'), max: on('2025-02-01') }),
  fc.constantFrom(...[...rest, ...work].flatMap((text) => [on(text) - 1, on(text), on(text) + 1])),
);

describe('working days', () => {
  it('are those that walking over the calendar finds', () => {
    fc.assert(
      fc.property(day, (one) => {
        expect(isWorkingDay(calendar, one)).toBe(works(one));
      }),
      { numRuns: 2000 },
    );
  });

  it('are counted as walking counts them, forward and backward', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 40 }), (one, count) => {
        expect(addWorkingDays(calendar, one, count)).toBe(walked(one, count));
      }),
      { numRuns: 3000 },
    );
  });

  it('between two days are those after the first, up to the second', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        let count = 0;
        for (let at = from + 1; at <= to; at++) if (works(at)) count++;
        expect(workingDaysBetween(calendar, from, to)).toBe(count);
        expect(workingDaysBetween(calendar, to, from)).toBe(-count || 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('run out at the edges of the calendar', () => {
    expect(addWorkingDays(calendar, on('1900-01-01'), -1)).toBeNull();
    expect(addWorkingDays(calendar, on('2199-12-31'), 1)).toBeNull();
    expect(addWorkingDays(calendar, on('2024-06-03'), Number.MAX_SAFE_INTEGER)).toBeNull();
  });
});

describe('a limit that rolls', () => {
  it('stays on a working day and else runs to the next', () => {
    fc.assert(
      fc.property(day, (one) => {
        expect(rollForward(calendar, one)).toBe(walked(one, 0));
      }),
    );
    expect(rollForward(calendar, on('2024-09-28'))).toBe(on('2024-09-29'));
    expect(rollForward(calendar, on('2024-10-01'))).toBe(on('2024-10-08'));
    expect(rollForward(calendar, on('2024-02-29'))).toBe(on('2024-03-01'));
  });
});
