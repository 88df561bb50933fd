import { noRow, type Register, tableOf, type Vocabulary } from '../facts/index.ts';
import { gateActs, type Law, type Status } from '../law/index.ts';
import type { Conflict } from './conflicts.ts';
import { Explainer } from './decide.ts';
import type { FactRow } from './duty.ts';
import { opensGate, worst } from './groups.ts';
import { type Deferral, overrideOf } from './overrides.ts';
import type { Question } from './question.ts';
import { Relations } from './relations.ts';
import type { Traced } from './traced.ts';

/** One duty of a gate: whether it holds the act, and by what it no longer does. */
export type GateDuty = {
  readonly duty: Traced;
  /** Whether the duty names this act; the others of its group are shown for their clauses and hold nothing. */
  readonly gates: boolean;
  readonly holds: boolean;
  /** The override in force, where that alone opens it; the duty keeps its status. */
  readonly override: Deferral | null;
};

/** Duties of one concern, subject and period: the worst status, and every member needed. */
export type GateGroup = {
  readonly concerns: string;
  readonly on: FactRow;
  readonly period: number | null;
  readonly status: Status;
  readonly holds: boolean;
  readonly clauses: readonly string[];
  readonly duties: readonly GateDuty[];
};

export type Gate = {
  readonly act: string;
  readonly on: FactRow;
  readonly open: boolean;
  readonly groups: readonly GateGroup[];
  /** Conflicts that hold the act until somebody has decided. */
  readonly conflicts: readonly Conflict[];
};

type Asked = {
  readonly law: Law;
  readonly register: Register;
  readonly vocabulary: Vocabulary;
  readonly question: Question;
  /** Conflicts of the register, open or decided. */
  readonly conflicts: readonly Conflict[];
};

/** Every act that waits for a duty, or that one clause demands and another restrains. */
export const actsOf = (law: Law): string[] =>
  [...new Set(law.rules.flatMap((rule) => [...gateActs(rule), ...rule.demands]))].toSorted();

/**
 * Whether an act may go on for a record, evaluated afresh: a stored status is never trusted (DECISIONS 3). Duties may hang on the record itself,
 * on what refers to it (the travellers of a trip), and on what it refers to (the trip of a traveller).
 */
export function gateOf(act: string, on: FactRow, asked: Asked): Gate {
  const { law, register, vocabulary, question } = asked;
  const explainer = new Explainer(register, new Relations(register), question);
  const gating = law.rules.filter((rule) => gateActs(rule).includes(act));
  const concerns = new Set(gating.map((rule) => `${rule.concerns} ${rule.subject}`));
  const duties = law.rules
    .filter((rule) => concerns.has(`${rule.concerns} ${rule.subject}`))
    .flatMap((rule) =>
      rowsUnder(register, vocabulary, on, rule.subject).flatMap((row) => current(explainer.decide(rule, row))),
    );
  const groups = grouped(duties.map((duty) => memberOf(duty, act, register, question)));
  const conflicts = asked.conflicts.filter(
    (conflict) =>
      rowsUnder(register, vocabulary, on, conflict.demanding.subject).includes(conflict.subject) &&
      (conflict.act === act || gateActs(conflict.demanding).includes(act)),
  );
  const open = groups.every(({ holds }) => !holds) && conflicts.every(({ decision }) => decision !== null);
  return { act, on, open, groups, conflicts };
}

/** Rows of a kind that an act on a record is about, by one reference either way. */
function rowsUnder(register: Register, vocabulary: Vocabulary, on: FactRow, kind: string): number[] {
  if (kind === on.kind) return [on.row];
  const rows = new Set<number>();
  for (const [name, field] of Object.entries(vocabulary.kinds.get(kind)?.fields ?? {})) {
    const column = field.to === on.kind ? tableOf(register, kind).columns[name] : undefined;
    if (column?.type === 'ref') column.values.forEach((value, row) => value === on.row && rows.add(row));
  }
  for (const [name, field] of Object.entries(vocabulary.kinds.get(on.kind)?.fields ?? {})) {
    const column = field.to === kind ? tableOf(register, on.kind).columns[name] : undefined;
    const row = column?.type === 'ref' ? (column.values[on.row] ?? noRow) : noRow;
    if (row !== noRow) rows.add(row);
  }
  return [...rows].toSorted((a, b) => a - b);
}

/** Of the periods of a recurring duty only the one that has begun last: an old year does not hold what happens today. */
function current(duties: readonly Traced[]): Traced[] {
  const last = duties.findLast(({ begins }) => begins === null);
  return last ? [last] : [];
}

function memberOf(duty: Traced, act: string, register: Register, question: Question): GateDuty {
  const gates = duty.variant.gates.includes(act);
  const shut = gates && !opensGate(duty.status);
  const subject = tableOf(register, duty.rule.subject).ids[duty.subject] ?? '';
  const override =
    shut && duty.rule.override !== 'never' ? overrideOf(register, subject, duty.rule.id, question.asOf) : null;
  return { duty, gates, holds: shut && override === null, override };
}

function grouped(members: readonly GateDuty[]): GateGroup[] {
  const groups = new Map<string, GateDuty[]>();
  for (const member of members) {
    const { rule, subject, period } = member.duty;
    const key = `${rule.concerns} ${rule.subject} ${String(subject).padStart(9, '0')} ${period ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, duties]) => {
      const [first] = duties;
      if (!first || duties.every(({ gates }) => !gates)) return [];
      const { rule, subject, period } = first.duty;
      return [
        {
          concerns: rule.concerns,
          on: { kind: rule.subject, row: subject },
          period,
          status: worst(duties.map(({ duty }) => duty.status)),
          holds: duties.some(({ holds }) => holds),
          clauses: [...new Set(duties.flatMap(({ duty }) => duty.rule.clauses))],
          duties,
        },
      ];
    });
}
