/**
 * Civil days of the proleptic Gregorian calendar as whole numbers: days since 1970-01-01. No clock, no zone.
 * The program knows the days 1900-01-01 … 2199-12-31; a result outside is `null` (DECISIONS 2.4).
 */

export type Day = number;

export const firstDay: Day = -25567;
export const lastDay: Day = 84005;

export const inRange = (day: number): boolean => day >= firstDay && day <= lastDay;

export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number };

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);

/** Day number of a date that is known to exist; years 1600 and later. */
const toDay = (year: number, month: number, day: number): Day => {
  // Counts from 1 March, so that the leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return (
    365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear - 719468
  );
};

/** The day, or null when there is no such day (2023-02-30) or it lies outside the calendar. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return toDay(year, month, day);
}

export function partsOf(day: Day): YearMonthDay {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** `2026-11-23` only; anything else, a day that does not exist and a day outside the calendar are null. */
export function parseDay(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return null;
  return dayOf(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
}

/** `parseDay` for a text that is still bytes. */
export function dayInBytes(bytes: Uint8Array, from: number, to: number): Day | null {
  if (to - from !== 10 || bytes[from + 4] !== dash || bytes[from + 7] !== dash) return null;
  return dayOf(
    byteDigits(bytes, from, from + 4),
    byteDigits(bytes, from + 5, from + 7),
    byteDigits(bytes, from + 8, to),
  );
}

/** The number that bytes write in ASCII digits; NaN for anything else. */
export function byteDigits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const dash = 45;

/** The number that characters `from` up to `until` write in ASCII digits; NaN, which is in no date, for anything else. */
function digits(text: string, from: number, until: number): number {
  let value = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

export function formatDay(day: Day): string {
  const { year, month, day: date } = partsOf(day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** First day of each month of the calendar, January 1900 being month 0, and of the month after its last. */
const monthStarts = Int32Array.from({ length: 300 * 12 + 1 }, (_, month) =>
  toDay(1900 + Math.floor(month / 12), (month % 12) + 1, 1),
);

/** The month each day of the calendar lies in: a recurring duty takes a step of months for every period of every subject. */
const monthOf = ((): Int16Array => {
  const months = new Int16Array(lastDay - firstDay + 1);
  for (let month = 0; month + 1 < monthStarts.length; month++)
    months.fill(month, (monthStarts[month] ?? 0) - firstDay, (monthStarts[month + 1] ?? 0) - firstDay);
  return months;
})();

/** The same day number some months away, clamped to that month's last day: 31 January + 1 month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day | null {
  const month = monthOf[day - firstDay] ?? Number.NaN;
  const start = monthStarts[month + months];
  const next = monthStarts[month + months + 1];
  if (start === undefined || next === undefined) return null;
  return Math.min(start + day - (monthStarts[month] ?? 0), next - 1);
}

export function addDays(day: Day, days: number): Day | null {
  const result = day + days;
  return inRange(result) ? result : null;
}

/** Whole months from one day to another, towards zero: the greatest n with `from + n months` not past `to`. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return -monthsBetween(to, from) || 0;
  const a = partsOf(from);
  const b = partsOf(to);
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  return b.day < a.day ? months - 1 : months;
}
