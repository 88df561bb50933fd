import { type Day, parseDay } from '@sallyport/core/calendar';
import { type Conflict, conflictRules, conflictsOf, opensGate } from '@sallyport/core/duties';
import { noDay, type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import { type Law, type Rule, type Status, statuses } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { liveRows } from './conflict-store.ts';
import { type DutyRow, noPeriod } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { recordsWith } from './neighbourhood.ts';

/** A conflict of stored duties: the demanding one, what restrains it, and the decision of two persons; null while the act is held. */
export type StoredConflict = {
  readonly act: string;
  readonly rule: Rule;
  readonly row: DutyRow;
  readonly restraining: readonly Rule[];
  readonly clauses: readonly string[];
  readonly decision: string | null;
};

const owed: readonly Status[] = ['pending', 'overdue', 'unclear'];
const restraining: readonly Status[] = statuses.filter((status) => !opensGate(status));

/**
 * Where one clause demands of a record what another restrains (docs/decisions/0010): found by core from the records on both sides and all
 * they refer to, the same way as in a register in memory. Of one subject, or of all.
 */
export async function conflictsIn(
  tx: Transaction,
  { law }: Pick<Engine, 'law'>,
  today: Day,
  subject: string | null,
): Promise<StoredConflict[]> {
  const sides = sidesOf(law);
  const demanding = await liveRows(tx, sides.demanding, owed, today, subject);
  if (demanding.length === 0) return [];
  const against = await liveRows(tx, sides.restraining, restraining, today, null);
  if (against.length === 0) return [];
  const rows = [...demanding, ...against];
  const byReading = new Map(law.rules.map((rule) => [`${rule.id} ${rule.revision}`, rule]));
  const read = rows.flatMap((row) => {
    const rule = byReading.get(`${row.rule} ${row.revision}`);
    return rule === undefined ? [] : [{ row, rule }];
  });
  const register = await recordsWith(tx, subjectsOf(read), [...new Set(demanding.map(({ rule }) => rule))]);
  const results = read.map(({ row, rule }) => columnsOf(rule, row, register));
  const found = conflictsOf(law, results, register, vocabulary, { asOf: today });
  const stored = new Map(read.map(({ row }) => [keyOf(row.rule, row.subject, row.period), row]));
  return found.flatMap((conflict) => storedAs(conflict, register, stored));
}

type Sides = { readonly demanding: readonly string[]; readonly restraining: readonly string[] };
const known = new WeakMap<Law, Sides>();

/** Asked once of a law: every rule is compared with every other. */
function sidesOf(law: Law): Sides {
  const found = known.get(law);
  if (found !== undefined) return found;
  const rules = conflictRules(law);
  const idsOf = (wanted: (rule: Rule) => boolean): string[] => [...new Set(rules.filter(wanted).map(({ id }) => id))];
  const made = {
    demanding: idsOf(({ demands }) => demands.length > 0),
    restraining: idsOf(({ restrains }) => restrains.length > 0),
  };
  known.set(law, made);
  return made;
}

type Read = { readonly row: DutyRow; readonly rule: Rule };

function subjectsOf(read: readonly Read[]): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, Set<string>>();
  for (const { row, rule } of read)
    kinds.set(rule.subject, (kinds.get(rule.subject) ?? new Set<string>()).add(row.subject));
  return new Map([...kinds].map(([kind, ids]) => [kind, [...ids]]));
}

const periodDay = (period: string): number => (period === noPeriod ? noDay : (parseDay(period) ?? noDay));
const keyOf = (rule: string, subject: string, period: string): string => `${rule} ${subject} ${periodDay(period)}`;

/** One stored duty as an evaluation gives duties; a subject that is gone has none. */
function columnsOf(rule: Rule, row: DutyRow, register: Register) {
  const subject = tableOf(register, rule.subject).ids.indexOf(row.subject);
  return {
    rule: rule.id,
    revision: rule.revision,
    count: subject < 0 ? 0 : 1,
    subject: [subject],
    period: [periodDay(row.period)],
    status: [row.status],
  };
}

function storedAs(conflict: Conflict, register: Register, stored: ReadonlyMap<string, DutyRow>): StoredConflict[] {
  const { act, demanding: rule, subject, period, restraints, clauses, decision } = conflict;
  const id = tableOf(register, rule.subject).ids[subject] ?? '';
  const row = stored.get(`${rule.id} ${id} ${period ?? noDay}`);
  if (row === undefined) return [];
  const decided = decision === null ? null : (tableOf(register, 'conflictDecision').ids[decision] ?? null);
  return [{ act, rule, row, restraining: restraints.map((one) => one.rule), clauses, decision: decided }];
}
