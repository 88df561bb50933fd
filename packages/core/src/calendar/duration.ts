import { microsPerDay } from './instant.ts';

/** ISO 8601 text of the two FEEL duration kinds; they are two types and never mix (DECISIONS 2.3). */

const monthsPattern = /^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?$/;
const microsPattern = /^(-)?P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.(\d{1,6}))?S)?)?$/;

/** Months of a years-and-months duration, or null. */
export function parseMonths(text: string): number | null {
  const match = monthsPattern.exec(text);
  if (!match || text.endsWith('P')) return null;
  const months = Number(match[2] ?? 0) * 12 + Number(match[3] ?? 0);
  return match[1] ? -months || 0 : months;
}

/** Microseconds of a days-and-time duration, or null. */
export function parseMicros(text: string): number | null {
  const match = microsPattern.exec(text);
  if (!match || text.endsWith('P') || text.endsWith('T')) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const total =
    Number(days) * microsPerDay +
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1_000_000 +
    Number(fraction.padEnd(6, '0'));
  if (!Number.isSafeInteger(total)) return null;
  return sign ? -total || 0 : total;
}

export function formatMonths(months: number): string {
  const size = Math.abs(months);
  const years = Math.floor(size / 12);
  const rest = size % 12;
  return `${months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${rest || !years ? `${rest}M` : ''}`;
}

export function formatMicros(micros: number): string {
  const size = Math.abs(micros);
  const days = Math.floor(size / microsPerDay);
  const seconds = Math.floor((size % microsPerDay) / 1_000_000);
  const fraction = size % 1_000_000;
  const parts = [
    [Math.floor(seconds / 3600), 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
  ].map(([value, unit]) => (value ? `${value}${unit}` : ''));
  const tail = fraction ? `.${String(fraction).padStart(6, '0').replace(/0+$/, '')}` : '';
  if (seconds % 60 || tail) parts.push(`${seconds % 60}${tail}S`);
  const time = parts.join('');
  if (!days && !time) return 'PT0S';
  return `${micros < 0 ? '-' : ''}P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}
