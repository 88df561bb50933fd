import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysInMonth,
  firstDay,
  formatDay,
  inRange,
  lastDay,
  monthsBetween,
  partsOf,
  weekdayOf,
} from './plain-date.ts';

/** The same questions put to the platform's own calendar, in UTC. */
const dateOf = (day: number): Date => new Date(day * 86_400_000);
const numberOf = (date: Date): number => Math.round(date.getTime() / 86_400_000);
const within = (day: number): number | null => (day >= firstDay && day <= lastDay ? day : null);

const ends = ['1900-02-28', '1999-12-31', '2000-02-29', '2024-01-31', '2024-02-29', '2100-02-28', '2199-12-31'].map(
  (text) => numberOf(new Date(text)),
);
const day = fc.oneof(fc.integer({ min: firstDay, max: lastDay }), fc.constantFrom(firstDay, lastDay, ...ends));
const holds = (check: (a: number, b: number) => void, other = day): void =>
  fc.assert(
    fc.property(day, other, (a, b) => {
      check(a, b);
    }),
    { numRuns: 3000 },
  );

/** A month step by hand: to the first of the month, then to the day or the month's last. */
function stepped(from: number, months: number): number | null {
  const date = dateOf(from);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  const target = new Date(last);
  target.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
  return within(numberOf(target));
}

describe('a day', () => {
  it('has the year, month, date and weekday of the UTC calendar', () => {
    holds((one) => {
      const date = dateOf(one);
      expect(partsOf(one)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      expect(weekdayOf(one)).toBe(date.getUTCDay() || 7);
      expect(formatDay(one)).toBe(date.toISOString().slice(0, 10));
    });
  });

  it('exists exactly when the UTC calendar does not move it', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1890, max: 2210 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, date]) => {
        const made = new Date(Date.UTC(year, month - 1, date));
        const same = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
        expect(dayOf(year, month, date)).toBe(same ? within(numberOf(made)) : null);
      }),
      { numRuns: 5000 },
    );
  });

  it('lies in a month as long as the UTC calendar says', () => {
    for (let index = 1900 * 12; index < 2200 * 12; index++) {
      const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    }
  });
});

describe('steps', () => {
  it('of days end outside the calendar as null', () => {
    holds(
      (one, days) => expect(addDays(one, days)).toBe(within(one + days)),
      fc.integer({ min: -150_000, max: 150_000 }),
    );
    expect([inRange(firstDay - 1), inRange(firstDay), inRange(lastDay), inRange(lastDay + 1)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('of months clamp to the last day of the month', () => {
    holds(
      (one, months) => expect(addMonths(one, months)).toBe(stepped(one, months)),
      fc.integer({ min: -3700, max: 3700 }),
    );
  });

  it('of months from one day to another are the most that do not pass it', () => {
    holds((a, b) => {
      const [from, to] = a <= b ? [a, b] : [b, a];
      const months = monthsBetween(from, to);
      const anchor = dateOf(from).getUTCDate();
      const after = (count: number): number => {
        const base = new Date(Date.UTC(dateOf(from).getUTCFullYear(), dateOf(from).getUTCMonth() + count, 1));
        // Counted without clamping: 31 January and a month is past 28 February.
        return base.getUTCFullYear() * 400 + base.getUTCMonth() * 32 + anchor;
      };
      const key = dateOf(to).getUTCFullYear() * 400 + dateOf(to).getUTCMonth() * 32 + dateOf(to).getUTCDate();
      expect(after(months)).toBeLessThanOrEqual(key);
      expect(after(months + 1)).toBeGreaterThan(key);
      expect(monthsBetween(to, from)).toBe(from === to ? 0 : -months || 0);
    });
  });
});
