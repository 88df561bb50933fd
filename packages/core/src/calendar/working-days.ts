import { type Day, firstDay, inRange, lastDay, partsOf, weekdayOf } from './plain-date.ts';

/** One year of a calendar as data: who says so, and how sure that is. Days are ISO text with a name in both languages. */
export type CalendarYear = {
  readonly year: number;
  readonly source: { readonly zh: string; readonly en: string };
  readonly sureness: 'text' | 'secondary' | 'unconfirmed';
  readonly rest: readonly (readonly [Day, string, string])[];
  readonly work: readonly (readonly [Day, string, string])[];
};

export type CalendarData = {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly weekend: readonly number[];
  readonly years: readonly CalendarYear[];
};

/**
 * A calendar ready for counting. `ordinal[d - firstDay]` is how many working days there are up to and including day d;
 * `days[n]` is the working day number n (counting from 1).
 */
export type WorkingDays = {
  readonly id: string;
  readonly ordinal: Int32Array;
  readonly days: Int32Array;
  readonly surenessOf: ReadonlyMap<number, CalendarYear['sureness']>;
};

export function workingDays(data: CalendarData): WorkingDays {
  const rest = new Set(data.years.flatMap((year) => year.rest.map(([day]) => day)));
  const work = new Set(data.years.flatMap((year) => year.work.map(([day]) => day)));
  const ordinal = new Int32Array(lastDay - firstDay + 1);
  const days: number[] = [0];
  for (let day = firstDay; day <= lastDay; day++) {
    const working = work.has(day) || (!rest.has(day) && !data.weekend.includes(weekdayOf(day)));
    if (working) days.push(day);
    ordinal[day - firstDay] = days.length - 1;
  }
  return {
    id: data.id,
    ordinal,
    days: Int32Array.from(days),
    surenessOf: new Map(data.years.map((year) => [year.year, year.sureness])),
  };
}

const ordinalOf = (calendar: WorkingDays, day: Day): number => calendar.ordinal[day - firstDay] ?? 0;

export const isWorkingDay = (calendar: WorkingDays, day: Day): boolean =>
  calendar.days[ordinalOf(calendar, day)] === day;

/**
 * The nth working day after a day (before it when n is negative); the day itself is not counted. n = 0 gives the day itself when
 * it is a working day, else the next one. Null outside the calendar.
 */
export function addWorkingDays(calendar: WorkingDays, day: Day, count: number): Day | null {
  const at = ordinalOf(calendar, day);
  const working = calendar.days[at] === day;
  const target = count > 0 ? at + count : count < 0 ? at + count + (working ? 0 : 1) : working ? at : at + 1;
  return target < 1 || target >= calendar.days.length ? null : (calendar.days[target] ?? null);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export const workingDaysBetween = (calendar: WorkingDays, from: Day, to: Day): number =>
  ordinalOf(calendar, to) - ordinalOf(calendar, from);

/** Years between two days whose calendar nobody has confirmed: weekends alone are known there. */
export function unconfirmedYears(calendar: WorkingDays, from: Day, to: Day): number[] {
  const [low, high] = from <= to ? [from, to] : [to, from];
  const years: number[] = [];
  if (!inRange(low) || !inRange(high)) return years;
  for (let year = partsOf(low).year; year <= partsOf(high).year; year++) {
    if ((calendar.surenessOf.get(year) ?? 'unconfirmed') === 'unconfirmed') years.push(year);
  }
  return years;
}
