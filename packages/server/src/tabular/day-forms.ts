import { dayOf, formatDay, parseDay } from '@sallyport/core/calendar';
import { remembered } from './remembered.ts';

export type DayReading =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly code: 'not-a-day' | 'ambiguous-day' };

const bad: DayReading = { ok: false, code: 'not-a-day' };
const read = (year: number, month: number, day: number): DayReading => {
  const found = dayOf(year, month, day);
  return found === null ? bad : { ok: true, day: formatDay(found) };
};

/** A time of day behind the day; spreadsheets write one after days that have none. */
const withTime = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/**
 * A day in the forms people write. 23/11/2026 and 11/23/2026 have one reading each and are read; 03/04/2026 has two, and nobody
 * but its writer knows which is meant: it is refused. Years of two digits are refused.
 */
export const readDayForm = remembered((text: string): DayReading => {
  if (parseDay(text) !== null) return { ok: true, day: text };
  const plain = text.normalize('NFKC').trim().replace(withTime, '').replace(/\s+/g, '');
  if (parseDay(plain) !== null) return { ok: true, day: plain };
  const first = yearFirst.exec(plain);
  if (first) return read(Number(first[1]), Number(first[3]), Number(first[4]));
  const other = chinese.exec(plain) ?? compact.exec(plain);
  if (other) return read(Number(other[1]), Number(other[2]), Number(other[3]));
  const last = yearLast.exec(plain);
  if (!last) return bad;
  const [year, one, two] = [Number(last[4]), Number(last[1]), Number(last[3])];
  const [dayFirst, monthFirst] = [read(year, two, one), read(year, one, two)];
  if (dayFirst.ok && monthFirst.ok && dayFirst.day !== monthFirst.day) return { ok: false, code: 'ambiguous-day' };
  return dayFirst.ok ? dayFirst : monthFirst;
});

/** Excel counts days from 1899-12-30, except before March 1900, where it believes in a 29 February: those are refused. */
const excelDayZero = -25569;

export function readExcelNumber(value: number): DayReading {
  if (!Number.isFinite(value) || value < 0) return bad;
  const whole = Math.floor(value);
  if (whole >= 19_000_101) return readDayForm(String(whole));
  const day = whole + excelDayZero;
  return whole > 60 && whole < 110_000 ? { ok: true, day: formatDay(day) } : bad;
}
