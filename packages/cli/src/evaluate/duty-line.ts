import { formatDay, formatInstant } from '@sallyport/core/calendar';
import { type Decision, type Doubt, type DutyColumns, decisionAt, evidenceKind, kindOf } from '@sallyport/core/duties';
import { type Register, tableOf } from '@sallyport/core/facts';
import type { Rule, Status } from '@sallyport/core/law';
import type { SqlDuty } from '../sql/run-rules.ts';

/** One duty as it is printed: facts by id, moments in ISO 8601. */
export type DutyLine = {
  readonly rule: string;
  readonly revision: number;
  readonly subject: string;
  readonly period: string | null;
  readonly bearer: string | null;
  readonly assignee: string | null;
  readonly status: Status;
  readonly due: string | null;
  readonly metOn: string | null;
  readonly evidence: readonly string[];
  readonly clauses: readonly string[];
  /** Years through which a date was counted although nobody has confirmed their working days. */
  readonly unconfirmedYears: readonly number[];
  readonly concerns: string;
};

const momentText = (rule: Rule, value: number | null): string | null =>
  value === null ? null : rule.clock === 'instant' ? formatInstant(value) : formatDay(value);

/** Turns rows of one rule into ids; made once a rule, since its kinds do not change. */
export function lineOf(rule: Rule, register: Register, doubt: Doubt): (decision: Decision) => DutyLine {
  const ids = (kind: string | null): readonly string[] => (kind === null ? [] : tableOf(register, kind).ids);
  const subjects = ids(rule.subject);
  const bearers = ids(kindOf(rule.variants[0].bearer));
  const assignees = ids(kindOf(rule.assignee));
  const evidence = rule.variants.map((_, taken) => ids(evidenceKind(rule, taken)));
  const at = (list: readonly string[], row: number | null): string | null =>
    row === null ? null : (list[row] ?? null);
  return (decision) => ({
    rule: rule.id,
    revision: rule.revision,
    subject: subjects[decision.subject] ?? '',
    period: decision.period === null ? null : formatDay(decision.period),
    bearer: at(bearers, decision.bearer),
    assignee: at(assignees, decision.assignee),
    status: decision.status,
    due: momentText(rule, decision.due),
    metOn: momentText(rule, decision.metOn),
    evidence: decision.evidence.map((row) => evidence[decision.taken]?.[row] ?? ''),
    clauses: rule.clauses,
    unconfirmedYears: doubt(decision.subject, decision.period),
    concerns: rule.concerns,
  });
}

export function* columnLines(rule: Rule, duties: DutyColumns, register: Register, doubt: Doubt): Generator<DutyLine> {
  const line = lineOf(rule, register, doubt);
  for (let n = 0; n < duties.count; n++) yield line(decisionAt(duties, n));
}

export const sqlLine = (rule: Rule, duty: SqlDuty, unconfirmedYears: readonly number[]): DutyLine => ({
  rule: rule.id,
  revision: rule.revision,
  subject: duty.subject,
  period: duty.period === null ? null : formatDay(duty.period),
  bearer: duty.bearer,
  assignee: duty.assignee,
  status: duty.status,
  due: momentText(rule, duty.due),
  metOn: momentText(rule, duty.metOn),
  evidence: duty.evidence,
  clauses: rule.clauses,
  unconfirmedYears,
  concerns: rule.concerns,
});
