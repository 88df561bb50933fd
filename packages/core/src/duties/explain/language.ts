import { type Day, microsPerDay, partsOf } from '../../calendar/index.ts';

export type Language = 'zh' | 'en';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function dayText(language: Language, day: Day): string {
  const { year, month, day: date } = partsOf(day);
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${monthNames[month - 1] ?? ''} ${year}`;
}

/** A point in time on the clock of the organisation's seat, `offset` minutes east of UTC. */
export function instantText(language: Language, instant: number, offset: number): string {
  const local = instant + offset * 60_000_000;
  const day = Math.floor(local / microsPerDay);
  const minutes = Math.floor((local - day * microsPerDay) / 60_000_000);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return language === 'zh' ? `${dayText(language, day)}${clock}` : `${clock} on ${dayText(language, day)}`;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const daysText = (language: Language, days: number): string =>
  language === 'zh' ? `${days}天` : plural(days, 'day');

export function monthsText(language: Language, months: number): string {
  if (months >= 24 && months % 12 === 0) return language === 'zh' ? `${months / 12}年` : plural(months / 12, 'year');
  return language === 'zh' ? `${months}个月` : plural(months, 'month');
}

/** Whole days where a duration has them, else hours, as limits of law are written. */
export function durationText(language: Language, micros: number): string {
  const hours = Math.floor(micros / 3_600_000_000);
  if (micros % microsPerDay === 0 && hours !== 24) return daysText(language, micros / microsPerDay);
  return language === 'zh' ? `${hours}小时` : plural(hours, 'hour');
}

const chinese = '[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef“”]';
const signs: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<=${chinese}),|,(?=${chinese})`, 'g'), '，'],
  [new RegExp(`(?<=${chinese}):|:(?=${chinese})`, 'g'), '：'],
  [new RegExp(`(?<=${chinese});|;(?=${chinese})`, 'g'), '；'],
];

/** Labels are typed with half-width signs; a Chinese sentence has full-width ones. */
export function fullWidth(text: string): string {
  let full = text.replaceAll('(', '（').replaceAll(')', '）');
  for (const [sign, to] of signs) full = full.replace(sign, to);
  return full;
}

/** “a、b或者c” and “a, b or c”. */
export function listText(language: Language, items: readonly string[], word: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  const last = items.at(-1) ?? '';
  const first = items.slice(0, -1);
  if (language === 'zh') return `${first.join('、')}${word === 'and' ? '和' : '或者'}${last}`;
  return `${first.join(', ')} ${word} ${last}`;
}
