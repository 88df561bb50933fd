import type { Day } from '../calendar/index.ts';
import type { Register } from '../facts/index.ts';
import { tableOf } from '../facts/index.ts';
import type { Decision } from './duty.ts';
import type { DutyColumns } from './kernel/index.ts';
import { decisionsOf, hasBegun } from './rows.ts';

/** What a change of packs or settings does to one duty. */
export type ImpactLine = {
  readonly change: 'gained' | 'lost' | 'moved';
  readonly rule: string;
  readonly subject: string;
  readonly subjectKind: string;
  readonly period: number | null;
  readonly clock: 'day' | 'instant';
  readonly before: Decision | null;
  readonly after: Decision | null;
};

/**
 * Compares two evaluations of one register on a day: duties gained, lost, and those whose status, date or bearer moved. Sorted like duties.
 * Those of a period to come are in neither.
 */
export function impactOf(
  before: readonly DutyColumns[],
  after: readonly DutyColumns[],
  register: Register,
  asOf: Day,
): ImpactLine[] {
  const names = [...new Set([...before, ...after].map((duties) => duties.rule))].toSorted();
  const find = (results: readonly DutyColumns[], rule: string): DutyColumns[] =>
    results.filter((duties) => duties.rule === rule);
  return names.flatMap((rule) => compareRule(rule, find(before, rule), find(after, rule), register, asOf));
}

/** A rule may have been read by several revisions, on either side. */
function compareRule(
  rule: string,
  before: readonly DutyColumns[],
  after: readonly DutyColumns[],
  register: Register,
  asOf: Day,
): ImpactLine[] {
  const shape = after[0] ?? before[0];
  if (!shape) return [];
  const ids = tableOf(register, shape.subjectKind).ids;
  const rows = new Map<string, { before: Decision | null; after: Decision | null }>();
  const key = (decision: Decision): string => `${String(decision.subject).padStart(9, '0')} ${decision.period ?? ''}`;
  const begun = (duties: DutyColumns): Decision[] => decisionsOf(duties).filter((_, n) => hasBegun(duties, n, asOf));
  for (const decision of before.flatMap(begun)) rows.set(key(decision), { before: decision, after: null });
  for (const decision of after.flatMap(begun))
    rows.set(key(decision), { before: rows.get(key(decision))?.before ?? null, after: decision });
  return [...rows.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, pair]): ImpactLine[] => {
      const change = changeOf(pair.before, pair.after);
      const one = pair.after ?? pair.before;
      if (!change || !one) return [];
      return [
        {
          change,
          rule,
          subject: ids[one.subject] ?? '',
          subjectKind: shape.subjectKind,
          period: one.period,
          clock: shape.clock,
          ...pair,
        },
      ];
    });
}

function changeOf(before: Decision | null, after: Decision | null): ImpactLine['change'] | null {
  if (!before) return 'gained';
  if (!after) return 'lost';
  return before.status === after.status && before.due === after.due && before.bearer === after.bearer ? null : 'moved';
}
