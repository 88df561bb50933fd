import type { Day } from '../calendar/index.ts';
import { noDay, noRow, type Register, tableOf } from '../facts/index.ts';
import type { Rule } from '../law/index.ts';
import { Explainer } from './decide.ts';
import { type Decision, statusCodes } from './duty.ts';
import type { DutyColumns } from './kernel/index.ts';
import type { Question } from './question.ts';
import type { Relations } from './relations.ts';
import { kindOf } from './sql/index.ts';
import type { Traced } from './traced.ts';

/** The duties of a rule as single rows, for output and comparison. */
export function decisionsOf(duties: DutyColumns): Decision[] {
  const rows: Decision[] = [];
  for (let n = 0; n < duties.count; n++) rows.push(decisionAt(duties, n));
  return rows;
}

/** Whether a duty counts on a day: that of a period to come is known ahead, and in no count until the period begins (DECISIONS 3). */
export const hasBegun = (duties: DutyColumns, n: number, asOf: Day): boolean => {
  const period = duties.period[n] ?? noDay;
  return period === noDay || period <= asOf;
};

/** How many duties count on a day. */
export function countBegun(results: readonly DutyColumns[], asOf: Day): number {
  let begun = 0;
  for (const duties of results) for (let n = 0; n < duties.count; n++) if (hasBegun(duties, n, asOf)) begun++;
  return begun;
}

export function decisionAt(duties: DutyColumns, n: number): Decision {
  const moment = (value: number | undefined): number | null =>
    value === undefined || value === noDay || Number.isNaN(value) ? null : value;
  const row = (value: number | undefined): number | null => (value === undefined || value === noRow ? null : value);
  return {
    subject: duties.subject[n] ?? 0,
    period: moment(duties.period[n]),
    status: statusCodes[duties.status[n] ?? 0] ?? 'pending',
    due: moment(duties.due[n]),
    metOn: moment(duties.metOn[n]),
    bearer: row(duties.bearer[n]),
    assignee: row(duties.assignee[n]),
    taken: duties.taken[n] ?? 0,
    evidence: [...duties.evidence.subarray(n === 0 ? 0 : duties.evidenceEnd[n - 1], duties.evidenceEnd[n])],
  };
}

/** Every duty of a rule by the back end that explains. */
export function explainAll(rule: Rule, register: Register, relations: Relations, question: Question): Traced[] {
  const explainer = new Explainer(register, relations, question);
  return tableOf(register, rule.subject).ids.flatMap((_, row) => explainer.decide(rule, row));
}

/** The kind whose rows are the evidence of a rule, by the variant taken: an exception may be met by something else. */
export function evidenceKind(rule: Rule, taken: number): string | null {
  const met = rule.variants[taken]?.met;
  if (!met) return null;
  return met.form === 'milestone' ? kindOf(met.path.of) : met.kind;
}
