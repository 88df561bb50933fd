import { type Instant } from '@sallyport/core/calendar';
import { opensGate } from '@sallyport/core/duties';
import { gateActs, type Rule, type Status } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { conflictsIn } from './conflicts.ts';
import { type DutyRow, momentText, statusOf } from './duty-row.ts';
import { dutiesAtGate } from './list-store.ts';
import { type SettleParts, settleAfresh } from './settle.ts';

/** A duty as somebody who acts on its subject needs it. */
export type SubjectDuty = {
  readonly rule: Rule;
  readonly subject: string;
  readonly status: Status;
  readonly due: string | null;
  readonly bearer: string | null;
  /** Met, waived or void: nothing waits for it. */
  readonly settled: boolean;
  /** It goes on without being met, where its rule allows that at all. */
  readonly overridden: boolean;
};

export type AskedOf = {
  readonly rules: readonly Rule[];
  /** The act that waits for them: what two clauses say against each other about it holds it as well, until two persons have decided. */
  readonly gate?: string;
};

export type SubjectsAsked = { readonly kind: string; readonly subjects: readonly string[] };

type Parts = Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>;

/**
 * The duties that some rules ask of subjects, for each time they are asked; of a recurring one the period that has begun last. `afresh`:
 * evaluated under the subjects' locks before it is read, for whoever decides by it (DECISIONS 3); as stored, for whoever only shows it.
 */
export async function dutiesOfSubjects(
  tx: Transaction,
  parts: Parts,
  { kind, subjects: of }: SubjectsAsked,
  asked: readonly AskedOf[],
  now: Instant,
  afresh: boolean,
): Promise<SubjectDuty[][]> {
  const rules = [...new Set(asked.flatMap((one) => one.rules.map(({ id }) => id)))].toSorted();
  const subjects = of.toSorted();
  if (rules.length === 0 || subjects.length === 0) return asked.map(() => []);
  if (afresh) await settleAfresh(tx, parts, { kind, rules, subjects }, now);
  const current = new Map<string, GateRow>();
  for (const row of await dutiesAtGate(tx, rules, subjects, parts.dayOf(now)))
    current.set(`${row.rule} ${row.subject}`, row);
  const answers: SubjectDuty[][] = [];
  for (const one of asked) {
    const held = one.gate === undefined ? [] : await undecided(tx, parts, one.gate, { kind, subjects }, now);
    answers.push(withHeld(askedIn(one, [...current.values()]), held));
  }
  return answers;
}

type GateRow = DutyRow & { readonly overridden: boolean };

function askedIn(asked: AskedOf, rows: readonly GateRow[]): SubjectDuty[] {
  const rules = new Map(asked.rules.map((rule) => [rule.id, rule]));
  return rows.flatMap((row) => {
    const rule = rules.get(row.rule);
    const overridden = row.overridden && rule?.override !== 'never';
    return rule === undefined || statusOf(row.status) === 'void' ? [] : [dutyOf(rule, row, { overridden })];
  });
}

function withHeld(found: readonly SubjectDuty[], held: readonly SubjectDuty[]): SubjectDuty[] {
  const isHeld = ({ rule, subject }: SubjectDuty): boolean =>
    held.some((one) => one.rule.id === rule.id && one.subject === subject);
  return [...found.filter((one) => !isHeld(one)), ...held];
}

const dutyOf = (
  rule: Rule,
  row: DutyRow,
  { overridden, settled }: { readonly overridden: boolean; readonly settled?: false },
): SubjectDuty => ({
  rule,
  subject: row.subject,
  status: statusOf(row.status),
  due: momentText(rule, row.due),
  bearer: row.bearer,
  settled: settled ?? opensGate(statusOf(row.status)),
  overridden,
});

/** Duties whose act another clause restrains: no override says which of two clauses holds. */
async function undecided(
  tx: Transaction,
  { engine, dayOf }: Parts,
  gate: string,
  { kind, subjects }: SubjectsAsked,
  now: Instant,
): Promise<SubjectDuty[]> {
  if (!demandsBefore(engine.law.rules, kind, gate)) return [];
  const held: SubjectDuty[] = [];
  for (const subject of subjects)
    for (const { act, rule, row, decision } of await conflictsIn(tx, engine, dayOf(now), subject))
      if (decision === null && rule.subject === kind && (act === gate || gateActs(rule).includes(gate)))
        held.push(dutyOf(rule, row, { overridden: false, settled: false }));
  return held;
}

/** Whether a clause demands anything of such a subject that could hold the act at all. */
const demandsBefore = (rules: readonly Rule[], kind: string, gate: string): boolean =>
  rules.some(
    (rule) => rule.subject === kind && rule.demands.length > 0 && [...rule.demands, ...gateActs(rule)].includes(gate),
  );
