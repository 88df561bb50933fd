import type { Day } from '../calendar/index.ts';
import type { Bilingual, Rule } from './rule.ts';

/** A numbered state of a pack: one reading of one edition (DESIGN, law as data). */
export type Revision = {
  readonly number: number;
  /** The first trigger day it reads. */
  readonly appliesFrom: Day;
  /** Why duties settled before are read again, where the publisher chose so. */
  readonly reassessClosed: Bilingual | null;
  /** Its files as they were read: path → text. */
  readonly texts: ReadonlyMap<string, string>;
};

/**
 * The hash by which a revision is known: SHA-256 over lines of `sha256sum`, one a file, sorted by path. So anybody can compute it with two
 * tools of the system; `sha256` gives the hexadecimal digest of a text in UTF-8.
 */
export function contentHash(texts: ReadonlyMap<string, string>, sha256: (text: string) => string): string {
  const lines = [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => `${sha256(text)}  ${path}\n`);
  return `sha256:${sha256(lines.join(''))}`;
}

type Window = { readonly from: Day; readonly to: Day | null };

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : Math.min(a, b));

/** Trigger days of which a reading speaks. A duty that recurs is triggered once and then read period by period. */
export const triggerDays = (rule: Rule): Window =>
  rule.every || rule.chosen
    ? { from: rule.from, to: rule.to }
    : { from: Math.max(rule.from, rule.appliesFrom), to: earlier(rule.to, rule.supersededFrom) };

/** First days of the periods that a reading of a recurring rule reads; null for all of them. */
export function periodDays(rule: Rule): Window | null {
  if (!rule.every || rule.chosen || (rule.appliesFrom <= rule.from && rule.supersededFrom === null)) return null;
  return { from: rule.appliesFrom, to: rule.supersededFrom };
}

/** The reading by itself, as if none came after it: for its own examples. */
export const unsuperseded = (rule: Rule): Rule =>
  rule.supersededFrom === null ? rule : { ...rule, supersededFrom: null };

/** The reading as the one of a duty that another way of choosing has found, whatever its trigger day. */
export const chosenReading = (rule: Rule): Rule => ({ ...rule, chosen: true });

/** What decides which revision reads a stored duty (DECISIONS 5). */
export type ReadDuty = {
  /** The trigger day; of a recurring duty the first day of its period. */
  readonly on: Day;
  /** The revision under which it is settled; null while it is open, 0 where nothing is known of it yet. */
  readonly settledUnder: number | null;
};

/**
 * The revision that reads a duty as of a day: the newest that applies to duties triggered by then, still open when it began to apply, or
 * settled before and to be reassessed. A duty that no revision had read comes to none. `revisions` are in the order of their numbers.
 */
export function revisionReading(
  revisions: readonly Pick<Revision, 'number' | 'appliesFrom' | 'reassessClosed'>[],
  { on, settledUnder }: ReadDuty,
  asOf: Day,
): number | null {
  const [first] = revisions;
  if (!first || on < first.appliesFrom) return null;
  const reads = ({ number, appliesFrom, reassessClosed }: (typeof revisions)[number]): boolean =>
    appliesFrom <= on ||
    (appliesFrom <= asOf && (settledUnder === null || settledUnder >= number || reassessClosed !== null));
  return revisions.findLast(reads)?.number ?? first.number;
}
