import { byteDigits, type Day, dayInBytes, firstDay, formatDay, lastDay, parseDay } from './plain-date.ts';

/** A point in time: microseconds since 1970-01-01T00:00:00Z. Within the calendar it is always a safe integer. */
export type Instant = number;

export const microsPerDay = 86_400_000_000;
export const firstInstant: Instant = firstDay * microsPerDay;
export const lastInstant: Instant = (lastDay + 1) * microsPerDay - 1;

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(Z|[+-]\d{2}:\d{2})$/;

/** ISO 8601 with seconds and an offset; null for everything else. A time without offset names no point in time. */
export function parseInstant(text: string): Instant | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, date = '', hour = '', minute = '', second = '', fraction = '', zone = ''] = match;
  const day = parseDay(date);
  const offset = zone === 'Z' ? 0 : offsetMinutes(zone);
  if (day === null || offset === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const seconds = Number(hour) * 3600 + (Number(minute) - offset) * 60 + Number(second);
  const instant = day * microsPerDay + seconds * 1_000_000 + Number(fraction.padEnd(6, '0'));
  return instantInRange(instant) ? instant : null;
}

/** `parseInstant` for a text that is still bytes, of the forms `…T08:00:00Z` and `…T08:00:00+08:00`; null for every other. */
export function instantInBytes(bytes: Uint8Array, from: number, to: number): Instant | null {
  const day = dayInBytes(bytes, from, from + 10);
  if (day === null || bytes[from + 10] !== letterT || bytes[from + 13] !== colon || bytes[from + 16] !== colon)
    return null;
  const hour = byteDigits(bytes, from + 11, from + 13);
  const minute = byteDigits(bytes, from + 14, from + 16);
  const second = byteDigits(bytes, from + 17, from + 19);
  const offset = offsetInBytes(bytes, from + 19, to);
  if (offset === null) return null;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return null;
  const instant = day * microsPerDay + (hour * 3600 + (minute - offset) * 60 + second) * 1_000_000;
  return instantInRange(instant) ? instant : null;
}

const letterT = 84;
const letterZ = 90;
const colon = 58;
const plus = 43;
const hyphen = 45;

function offsetInBytes(bytes: Uint8Array, from: number, to: number): number | null {
  if (to - from === 1) return bytes[from] === letterZ ? 0 : null;
  const sign = bytes[from] === plus ? 1 : bytes[from] === hyphen ? -1 : 0;
  if (to - from !== 6 || sign === 0 || bytes[from + 3] !== colon) return null;
  const [hours, minutes] = [byteDigits(bytes, from + 1, from + 3), byteDigits(bytes, from + 4, to)];
  return hours <= 14 && minutes <= 59 ? sign * (hours * 60 + minutes) : null;
}

function offsetMinutes(zone: string): number | null {
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

export const instantInRange = (instant: number): boolean => instant >= firstInstant && instant <= lastInstant;

const two = (value: number): string => String(value).padStart(2, '0');

/** Always in UTC: an instant keeps no memory of the offset it was written with. */
export function formatInstant(instant: Instant): string {
  const day = Math.floor(instant / microsPerDay);
  const micros = instant - day * microsPerDay;
  const seconds = Math.floor(micros / 1_000_000);
  const rest = micros - seconds * 1_000_000;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(6, '0').replace(/0+$/, '')}`;
  return `${formatDay(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}Z`;
}

/** The civil day on which an instant falls, in a zone a fixed offset (minutes east) from UTC. */
export const dayAt = (instant: Instant, offset: number): Day =>
  Math.floor((instant + offset * 60_000_000) / microsPerDay);

/** The last microsecond of a civil day in a zone a fixed offset from UTC; a day as a moment means its end, 24:00. */
export const endOfDay = (day: Day, offset: number): Instant => (day + 1) * microsPerDay - offset * 60_000_000 - 1;
