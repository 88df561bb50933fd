import federalHolidays from '@18f/us-federal-holidays';
import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import cn from '../calendars/cn.json' with { type: 'json' };
import us from '../calendars/us-federal.json' with { type: 'json' };

type Calendar = typeof cn | typeof us;

const millisecondsADay = 86_400_000;
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += millisecondsADay) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const named = (list: readonly string[][]): (string | undefined)[] => list.map(([day]) => day);

function workingDaysOf(calendar: Calendar, year: number): string[] {
  const entry = calendar.years.find((candidate) => candidate.year === year);
  const rest = new Set(named(entry?.rest ?? []));
  const work = new Set(named(entry?.work ?? []));
  return daysOf(year).filter((day) => work.has(day) || (!rest.has(day) && !calendar.weekend.includes(weekdayOf(day))));
}

/** A New Year's Day on a Saturday is observed in the year before, so the library is asked for the next year too. */
function federalWorkingDaysOf(year: number): string[] {
  const rest = new Set(
    [year, year + 1].flatMap((asked) => federalHolidays.allForYear(asked).map((holiday) => holiday.dateString)),
  );
  return daysOf(year).filter((day) => weekdayOf(day) < 6 && !rest.has(day));
}

describe('the calendar of mainland China', () => {
  it('covers 2023 to 2026', () => {
    expect(cn.years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  });

  it.each(cn.years.map(({ year }) => year))('agrees with chinese-days on every day of %i', (year) => {
    expect(workingDaysOf(cn, year)).toEqual(daysOf(year).filter((day) => chineseDays.isWorkday(day)));
  });

  it('makes up work on weekends only', () => {
    const madeUp = cn.years.flatMap(({ work }) => named(work)).map((day) => weekdayOf(String(day)));
    expect(madeUp.length).toBeGreaterThan(0);
    expect(madeUp.filter((weekday) => weekday < 6)).toEqual([]);
  });
});

describe('the calendar of the United States federal government', () => {
  it('covers 2021 to 2028', () => {
    expect(us.years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]);
  });

  it.each(us.years.map(({ year }) => year))('agrees with us-federal-holidays on every day of %i', (year) => {
    expect(workingDaysOf(us, year)).toEqual(federalWorkingDaysOf(year));
  });
});

describe.each([cn, us])('every calendar: $id', (calendar) => {
  it('keeps each day within its year, in order and once', () => {
    for (const { year, rest, work } of calendar.years) {
      for (const list of [named(rest), named(work)]) {
        const listed = new Set(list);
        expect(list).toEqual(daysOf(year).filter((day) => listed.has(day)));
      }
    }
  });

  it('says of every year where it was published and how sure it is', () => {
    for (const { year, source, sureness } of calendar.years) {
      expect(source.zh, String(year)).toMatch(/[\u4e00-\u9fff]/);
      expect(source.en, String(year)).toMatch(/[a-z]/);
      expect(['text', 'secondary', 'unconfirmed'], String(year)).toContain(sureness);
    }
  });

  it('names every day in Chinese and English', () => {
    const entries: string[][] = calendar.years.flatMap(({ rest, work }) => [...rest, ...work]);
    expect(entries.filter((entry) => entry.length !== 3 || entry.includes(''))).toEqual([]);
  });
});
