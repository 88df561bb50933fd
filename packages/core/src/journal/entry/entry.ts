import {
  type Day,
  endOfDay,
  formatDay,
  formatInstant,
  type Instant,
  parseDay,
  parseInstant,
} from '../../calendar/index.ts';
import type { Json } from '../json.ts';

/** When an entry was recorded: to the microsecond, or the civil day alone where the action declares so (PEOPLE.md, first section). */
export type RecordedAt = { readonly instant: Instant } | { readonly day: Day };

/**
 * One line of the journal. It holds random ids and salted commitments and no value of any field: what may have to be erased stands
 * beside it, what stands in it never is.
 */
export type Entry = {
  /** A UUID. Of an entry with the day alone it is of version 4: version 7 would tell the minute. */
  readonly id: string;
  readonly action: string;
  /** Random id of who acted; null where the action is journaled without one. */
  readonly actor: string | null;
  readonly at: RecordedAt;
  /** Random ids of what it was done to, by kind. */
  readonly refs: Readonly<Record<string, string>>;
  /** Path of a field → 32-byte commitment. */
  readonly fields: Readonly<Record<string, Uint8Array>>;
  /** Figures that have to be read without opening anything. Only the journal's own actions have any, in forms of their own. */
  readonly open: { readonly [key: string]: Json } | null;
};

/** An entry fits a bundle's two-byte length with room to spare, and a page. */
export const longestEntry = 16 * 1024;

export const printRecordedAt = (at: RecordedAt): string =>
  'day' in at ? formatDay(at.day) : formatInstant(at.instant);

export function parseRecordedAt(text: string): RecordedAt | null {
  const day = parseDay(text);
  if (day !== null) return { day };
  const instant = parseInstant(text);
  return instant === null || formatInstant(instant) !== text ? null : { instant };
}

/** The latest instant an entry can have been recorded at: a civil day ends last twelve hours west of Greenwich. */
export const latestOf = (at: RecordedAt): Instant => ('day' in at ? endOfDay(at.day, -720) : at.instant);

/** The civil day an entry names, an instant's in UTC. */
export const dayOfRecord = (at: RecordedAt): string => printRecordedAt(at).slice(0, 10);
