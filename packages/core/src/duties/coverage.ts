import { type Day, microsPerDay } from '../calendar/index.ts';
import { noDay } from '../facts/index.ts';
import type { Law, Rule, Status } from '../law/index.ts';
import { statusCodes } from './duty.ts';
import type { DutyColumns } from './kernel/index.ts';
import { readingFinder } from './readings.ts';
import { hasBegun } from './rows.ts';

/** Counts by status, and the share that is settled. A share is never shown without what it is a share of. */
export type Coverage = {
  readonly byStatus: Readonly<Record<Status, number>>;
  /** Duties that had fallen due, or were met before: everything but void, waived and what is still pending. */
  readonly owed: number;
  /** Of those, met in time or late. */
  readonly settled: number;
  /** Fell due before the programme started and is still open; inside `owed`, never taken out of it. */
  readonly backlog: number;
};

export type InstrumentCoverage = Coverage & {
  readonly edition: string;
  readonly rules: number;
  readonly standing: number;
};

/** Coverage of each edition that has rules. Duties of a period that has not begun are in no count (DECISIONS 3). */
export function coverageOf(
  law: Law,
  results: readonly DutyColumns[],
  asOf: Day,
  programmeStart: Day | null,
): InstrumentCoverage[] {
  return law.editions.flatMap((edition) => {
    if (edition.rules.length === 0) return [];
    const counts = new Int32Array(statusCodes.length);
    let backlog = 0;
    for (const duties of results) {
      if (duties.rule.startsWith(`${edition.id}/`)) backlog += countInto(counts, duties, asOf, programmeStart);
    }
    return [
      {
        edition: edition.id,
        rules: edition.rules.length,
        standing: edition.rules.filter((rule) => rule.standing).length,
        ...coverage(counts, backlog),
      },
    ];
  });
}

export function coverage(counts: Int32Array, backlog: number): Coverage {
  const byStatus = Object.fromEntries(statusCodes.map((status, code) => [status, counts[code] ?? 0])) as Record<
    Status,
    number
  >;
  const { met, late, overdue, missed, review, breached, unclear } = byStatus;
  return { byStatus, owed: met + late + overdue + missed + review + breached + unclear, settled: met + late, backlog };
}

function countInto(counts: Int32Array, duties: DutyColumns, asOf: Day, programmeStart: Day | null): number {
  let backlog = 0;
  for (let n = 0; n < duties.count; n++) {
    if (!hasBegun(duties, n, asOf)) continue;
    const status = duties.status[n] ?? 0;
    counts[status] = (counts[status] ?? 0) + 1;
    if (isBacklog(duties, n, programmeStart)) backlog++;
  }
  return backlog;
}

/** Open, and due before the organisation's programme started: shown as one line a rule, never hidden (存量问题). */
export function isBacklog(duties: DutyColumns, n: number, programmeStart: Day | null): boolean {
  const status = statusCodes[duties.status[n] ?? 0];
  if (programmeStart === null || (status !== 'overdue' && status !== 'missed')) return false;
  const due = duties.due[n] ?? noDay;
  const day = duties.clock === 'instant' ? Math.floor(due / microsPerDay) : due;
  return day !== noDay && day < programmeStart;
}

export type Urgent = { readonly rule: Rule; readonly duties: DutyColumns; readonly at: number; readonly due: number };

/**
 * The open duties, the earliest date first: what is overdue, the longest before the rest, then what comes up. What is missed cannot be met any
 * more, what is under review waits for a person, and what fell due before the programme started is told apart.
 */
export function mostUrgent(
  rules: readonly Rule[],
  results: readonly DutyColumns[],
  asOf: Day,
  programmeStart: Day | null,
  count: number,
): Urgent[] {
  const reading = readingFinder(rules);
  const list: Urgent[] = [];
  for (const duties of results) {
    const rule = reading(duties);
    if (!rule) continue;
    for (let at = 0; at < duties.count; at++) {
      const status = statusCodes[duties.status[at] ?? 0];
      if (status !== 'overdue' && status !== 'pending') continue;
      if (!hasBegun(duties, at, asOf) || isBacklog(duties, at, programmeStart)) continue;
      const due = duties.due[at] ?? noDay;
      list.push({ rule, duties, at, due: duties.clock === 'instant' ? Math.floor(due / microsPerDay) : due });
    }
  }
  return list
    .toSorted((a, b) => a.due - b.due || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : a.at - b.at))
    .slice(0, count);
}
