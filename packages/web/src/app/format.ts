import type { Language } from './language.ts';
import { seatMinute } from './seat.ts';

const locale = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** `2026-11-23` as 2026年11月23日 or 23 November 2026. A civil day has no zone and is shifted by none. */
export function dayText(day: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(locale(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, date));
}

/** A moment to the minute, by the clock of the seat: limits of the law are counted there, not where the reader is. */
export function momentText(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(new Date(`${seatMinute(new Date(instant))}Z`));
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Limits are days, or moments where the law counts hours. */
export const dayOrMoment = (text: string, language: Language): string =>
  isDay(text) ? dayText(text, language) : momentText(text, language);

export const countText = (count: number, language: Language): string =>
  new Intl.NumberFormat(locale(language)).format(count);

/** Words of the vocabulary are written small, as they stand inside sentences; at the beginning they are not. */
export const headed = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A long secret in groups of four, which people can read out and copy by hand. */
export const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';
