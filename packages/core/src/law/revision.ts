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
  rule.every
    ? { from: rule.from, to: rule.to }
    : { from: Math.max(rule.from, rule.appliesFrom), to: earlier(rule.to, rule.supersededFrom) };

/** First days of the periods that a reading of a recurring rule reads; null for all of them. */
export function periodDays(rule: Rule): Window | null {
  if (!rule.every || (rule.appliesFrom <= rule.from && rule.supersededFrom === null)) return null;
  return { from: rule.appliesFrom, to: rule.supersededFrom };
}

/** The reading by itself, as if none came after it: for its own examples. */
export const unsuperseded = (rule: Rule): Rule =>
  rule.supersededFrom === null ? rule : { ...rule, supersededFrom: null };

/** What decides which revision reads a stored duty (DECISIONS 5). */
export type ReadDuty = {
  /** The trigger day; of a recurring duty the first day of its period. */
  readonly on: Day;
  /** The day since which it has been settled without a break; null while it is open. */
  readonly settledOn: Day | null;
};

/**
 * The revision that reads a duty as of a day: the newest that applies to duties triggered by then, still open when it began to apply, or
 * settled before and to be reassessed. A duty that no revision had read comes to none. `revisions` are in the order of their numbers.
 */
export function revisionReading(
  revisions: readonly Pick<Revision, 'number' | 'appliesFrom' | 'reassessClosed'>[],
  duty: ReadDuty,
  asOf: Day,
): number | null {
  const [first] = revisions;
  if (!first || duty.on < first.appliesFrom) return null;
  const reads = ({ appliesFrom, reassessClosed }: (typeof revisions)[number]): boolean =>
    appliesFrom <= duty.on ||
    (appliesFrom <= asOf && (duty.settledOn === null || duty.settledOn >= appliesFrom || reassessClosed !== null));
  return revisions.findLast(reads)?.number ?? first.number;
}
