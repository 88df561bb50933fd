import { addMonths, type Day, parseDay } from '@sallyport/core/calendar';
import { opensGate, readingsOf } from '@sallyport/core/duties';
import { clauseName, gateActs, isNeverPutOff, type Law, type Rule, type Status } from '@sallyport/core/law';
import { refuse } from '../../platform/actions/refusal.ts';
import { type DutyRow, statusOf } from './duty-row.ts';
import type { PutOffKind, RefusedFor } from './put-off-contract.ts';

/** As the revision reads it that read the duty. */
export const readingOf = (law: Law, row: Pick<DutyRow, 'rule' | 'revision'>): Rule | null => {
  const readings = readingsOf(law.rules, row.rule);
  return readings.find(({ revision }) => revision === row.revision) ?? readings.at(-1) ?? null;
};

const waivable: ReadonlySet<Status> = new Set(['pending', 'overdue']);

/** Why a duty cannot be put off or be passed by; null where two persons may decide so (PEOPLE.md, "Waivers and overrides"). */
export function whyNot(kind: PutOffKind, rule: Rule, row: Pick<DutyRow, 'status'>): RefusedFor | null {
  const status = statusOf(row.status);
  if (isNeverPutOff(rule)) return 'never-put-off';
  if (kind === 'waiver') {
    if (rule.waiver === 'never') return 'never-waived';
    return waivable.has(status) ? null : 'not-open';
  }
  if (gateActs(rule).length === 0) return 'no-gate';
  if (rule.override === 'never') return 'never-overridden';
  return opensGate(status) ? 'not-open' : null;
}

/** The clause to name: the one that lets a waiver be given, or the one that asks for the duty and lets nobody. */
export function clauseToName(law: Law, kind: PutOffKind, rule: Rule) {
  const allowing = kind === 'waiver' && rule.waiver !== 'never' && !isNeverPutOff(rule);
  if (allowing && rule.waiver === 'policy') return null;
  const id = allowing ? rule.waiver : rule.clauses[0];
  return id === undefined ? null : { id, name: clauseName(law, id) };
}

export function requirePossible(law: Law, kind: PutOffKind, rule: Rule, row: DutyRow): void {
  const why = whyNot(kind, rule, row);
  if (why !== null) refuse(`duties.${why}`, { clause: clauseToName(law, kind, rule)?.name ?? rule.title });
}

const longestMonths = 12;

/** The last day a waiver or an override decided today may be given until. */
export const latestEnd = (today: Day): Day => addMonths(today, longestMonths) ?? today;

export function requireEnd(until: string, today: Day): void {
  const end = parseDay(until);
  if (end === null || end <= today || end > latestEnd(today)) refuse('duties.end-out-of-bounds');
}
