import type { Day } from '../calendar/index.ts';
import { noDay, type Register, type Table, tableOf } from '../facts/index.ts';

/** A duty put off by decision of two persons, until a day. */
export type Deferral = { readonly row: number; readonly until: Day };
/** What a named person decided about a duty under review. */
export type Decided = { readonly row: number; readonly confirmed: boolean; readonly on: Day };

type Keyed = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
const indexes = new WeakMap<Table, Keyed>();

/** Rows of waivers, overrides or decisions by rule and subject; there are few. */
function keyed(table: Table): Keyed {
  const known = indexes.get(table);
  if (known) return known;
  const { rule, subject } = table.columns;
  const index = new Map<string, Map<string, number[]>>();
  table.ids.forEach((_, row) => {
    const subjects = madeIn(index, rule?.type === 'text' ? rule.values[row] : null, () => new Map<string, number[]>());
    madeIn(subjects, subject?.type === 'text' ? subject.values[row] : null, (): number[] => []).push(row);
  });
  indexes.set(table, index);
  return index;
}

function madeIn<T>(index: Map<string, T>, name: string | null | undefined, make: () => T): T {
  const known = index.get(name ?? '') ?? make();
  index.set(name ?? '', known);
  return known;
}

const rowsOf = (table: Table, rule: string, subject: string): readonly number[] =>
  keyed(table).get(rule)?.get(subject) ?? [];

const dayIn = (table: Table, field: string, row: number): number => {
  const column = table.columns[field];
  return column?.type === 'day' ? (column.values[row] ?? noDay) : noDay;
};

const inForce = (table: Table, row: number, asOf: Day): boolean =>
  dayIn(table, 'grantedOn', row) <= asOf && dayIn(table, 'until', row) > asOf;

/** The waiver in force on a day that lasts longest; one without a period holds for every period. */
export function waiversOf(
  register: Register,
  subject: string,
  rule: string,
  period: Day | null,
  asOf: Day,
): Deferral | null {
  const table = tableOf(register, 'waiver');
  let best: Deferral | null = null;
  for (const row of rowsOf(table, rule, subject)) {
    const only = dayIn(table, 'period', row);
    if (!inForce(table, row, asOf) || (only !== noDay && only !== period)) continue;
    const until = dayIn(table, 'until', row);
    if (best === null || until > best.until) best = { row, until };
  }
  return best;
}

/** The periods for which duties of a rule are waived on a day, by subject; `noDay` stands for every period. */
export function waivedPeriods(register: Register, rule: string, asOf: Day): Map<string, Day[]> {
  const table = tableOf(register, 'waiver');
  const all = [...(keyed(table).get(rule) ?? [])].map(([subject, rows]): [string, Day[]] => [
    subject,
    rows.filter((row) => inForce(table, row, asOf)).map((row) => dayIn(table, 'period', row)),
  ]);
  return new Map(all.filter(([, periods]) => periods.length > 0));
}

/** The override in force on a day that lasts longest. */
export function overrideOf(register: Register, subject: string, rule: string, asOf: Day): Deferral | null {
  const table = tableOf(register, 'override');
  const found = rowsOf(table, rule, subject).flatMap((row) =>
    inForce(table, row, asOf) && twoPersons(table, row) ? [{ row, until: dayIn(table, 'until', row) }] : [],
  );
  return found.toSorted((a, b) => b.until - a.until || a.row - b.row)[0] ?? null;
}

/** The row of the last decision, by a day, on an act that the duty demands and other clauses restrain. */
export function conflictDecisionOf(
  register: Register,
  subject: string,
  rule: string,
  act: string,
  asOf: Day,
): number | null {
  const table = tableOf(register, 'conflictDecision');
  const acts = table.columns['act'];
  const on = (row: number): number => dayIn(table, 'decidedOn', row);
  const rows = rowsOf(table, rule, subject).filter(
    (row) => acts?.type === 'text' && acts.values[row] === act && on(row) <= asOf && twoPersons(table, row),
  );
  // Numbers made by the program grow with time: of two on one day the later one counts, in whatever order a file has them.
  const id = (row: number): string => table.ids[row] ?? '';
  return rows.toSorted((a, b) => on(b) - on(a) || (id(a) < id(b) ? 1 : -1))[0] ?? null;
}

/** What one person signs twice is decided by one person. */
function twoPersons(table: Table, row: number): boolean {
  const [first, second] = ['firstPerson', 'secondPerson'].map((name) => {
    const column = table.columns[name];
    return column?.type === 'text' ? (column.values[row] ?? '').trim() : '';
  });
  return first !== '' && second !== '' && first !== second;
}

/** The last decision known on a day. */
export function decidedOf(register: Register, subject: string, rule: string, asOf: Day): Decided | null {
  const table = tableOf(register, 'reviewDecision');
  const verdict = table.columns['verdict'];
  let last: Decided | null = null;
  for (const row of rowsOf(table, rule, subject)) {
    const on = dayIn(table, 'decidedOn', row);
    if (on > asOf || (last !== null && on < last.on)) continue;
    const word = verdict?.type === 'word' ? register.words.words[verdict.values[row] ?? -1] : '';
    last = { row, confirmed: word === 'confirmed', on };
  }
  return last;
}

/** The subjects about which a person has ever decided under a rule. */
export const decidedSubjects = (register: Register, rule: string): string[] => [
  ...(keyed(tableOf(register, 'reviewDecision')).get(rule)?.keys() ?? []),
];
