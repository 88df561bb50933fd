import type { Day, Instant } from '@sallyport/core/calendar';
import { type Civil, civilIn, instantIn } from '../../platform/clock/zone.ts';
import type { Digest } from './contract.ts';

/** Minutes after midnight; `from` later than `until` is a night. */
export type Quiet = { readonly from: number; readonly until: number };

export type Choice = { readonly zone: string; readonly quiet: Quiet | null; readonly digest: Digest };

/** Of whoever has chosen nothing. */
export const usualIn = (zone: string): Choice => ({ zone, quiet: { from: 22 * 60, until: 7 * 60 }, digest: 'each' });

const perDay = 1440;

/** In the morning, before work begins: when what was gathered is told. */
const digestAt = 7 * 60 + 30;

export const lengthOf = ({ from, until }: Quiet): number => (until - from + perDay) % perDay;

const isQuiet = (quiet: Quiet | null, minute: number): boolean =>
  quiet !== null && (minute - quiet.from + perDay) % perDay < lengthOf(quiet);

/** Until when a letter of now is kept back; null: it may leave. */
export function keptUntil({ zone, quiet }: Choice, now: Instant): Instant | null {
  const { day, minute } = civilIn(zone, now);
  if (quiet === null || !isQuiet(quiet, minute)) return null;
  return instantIn(zone, { day: minute < quiet.until ? day : day + 1, minute: quiet.until });
}

/** Day 0 was a Thursday; weeks begin on Monday. */
const weekdayOf = (day: Day): number => (day + 3) % 7;

/**
 * The day of theirs for which somebody's digest is to be looked into now; null: not now. Once a day or once a week, in the morning, and
 * later where that hour is quiet or the program stood still.
 */
export function digestDay({ zone, quiet, digest }: Choice, lookedOn: Day | null, now: Instant): Day | null {
  const { day, minute } = civilIn(zone, now);
  if (isQuiet(quiet, minute)) return null;
  const begun: Civil =
    digest === 'weekly' ? { day: day - weekdayOf(day), minute: digestAt } : { day, minute: digestAt };
  const isBegun = day > begun.day || minute >= begun.minute;
  return isBegun && (lookedOn === null || lookedOn < begun.day) ? day : null;
}
