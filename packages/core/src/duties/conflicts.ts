import { noDay, noRow, type Register, tableOf, type Vocabulary } from '../facts/index.ts';
import type { Law, Rule, Status } from '../law/index.ts';
import { statusCodes } from './duty.ts';
import { opensGate } from './groups.ts';
import { conflictDecisionOf } from './overrides.ts';
import type { Question } from './question.ts';
import { type ReadDuties, readingFinder, withEarlier } from './readings.ts';

/**
 * A conflict that is real for one record: a duty on it demands an act that other duties of the same person, unit or body
 * restrain. The program resolves nothing: it names both sides and asks for a decision.
 */
export type Conflict = {
  readonly act: string;
  readonly demanding: Rule;
  /** The row of what the demanding duty hangs on. */
  readonly subject: number;
  readonly period: number | null;
  readonly restraints: readonly { readonly rule: Rule; readonly subjects: readonly number[] }[];
  /** The clauses of both sides. */
  readonly clauses: readonly string[];
  /** The row of the record in which two persons decided what to do; null while the act is held. */
  readonly decision: number | null;
};

/** The rules whose duties decide where there is a conflict, with those they follow. */
export const conflictRules = (law: Law): Rule[] =>
  withEarlier(
    law.rules,
    law.rules.filter(
      (rule) =>
        law.rules.some((other) => rule.demands.some((act) => other.restrains.includes(act))) ||
        law.rules.some((other) => rule.restrains.some((act) => other.demands.includes(act))),
    ),
  );

/** What is asked of evaluated duties, wherever they were evaluated. */
type Found = ReadDuties & {
  readonly count: number;
  readonly subject: ArrayLike<number>;
  readonly period: ArrayLike<number>;
  readonly status: ArrayLike<number>;
};
type AsOf = Pick<Question, 'asOf'>;

type Side = {
  readonly rule: Rule;
  readonly subject: number;
  readonly period: number;
  readonly parties: ReadonlySet<string>;
};

/** The conflicts of a register, sorted as duties are. `results` are the duties of at least `conflictRules`. */
export function conflictsOf(
  law: Law,
  results: readonly Found[],
  register: Register,
  vocabulary: Vocabulary,
  question: AsOf,
): Conflict[] {
  const reading = readingFinder(law.rules);
  const sides = (wanted: (rule: Rule) => boolean, live: (status: Status) => boolean): Side[] =>
    results.flatMap((duties) => {
      const rule = reading(duties);
      return rule && wanted(rule) ? liveSides(rule, duties, live, register, vocabulary, question) : [];
    });
  // What restrains an act and has been met, such as the approval of an authority, restrains it no longer.
  const restraining = sides(
    (rule) => rule.restrains.length > 0,
    (status) => !opensGate(status),
  );
  if (restraining.length === 0) return [];
  const restraints = restraintsBy(restraining);
  return sides(({ demands }) => demands.length > 0, stillOwed).flatMap((side) =>
    side.rule.demands.flatMap((act) => conflictOver(act, side, restraints(side.parties, act), register, question)),
  );
}

/** What is still to be done; done or missed, the act is past deciding. */
const stillOwed = (status: Status): boolean => status === 'pending' || status === 'overdue' || status === 'unclear';

function liveSides(
  rule: Rule,
  duties: Found,
  live: (status: Status) => boolean,
  register: Register,
  vocabulary: Vocabulary,
  question: AsOf,
): Side[] {
  const list: Side[] = [];
  for (let n = 0; n < duties.count; n++) {
    const period = duties.period[n] ?? noDay;
    if (!live(statusCodes[duties.status[n] ?? 0] ?? 'void') || (period !== noDay && period > question.asOf)) continue;
    const subject = duties.subject[n] ?? 0;
    list.push({ rule, subject, period, parties: partiesOf(rule.subject, subject, register, vocabulary) });
  }
  return list;
}

/** The record itself and every record it points at, however far: its person, its unit, its trip, its organisation. */
function partiesOf(kind: string, row: number, register: Register, vocabulary: Vocabulary): Set<string> {
  const parties = new Set<string>();
  const waiting: [string, number][] = [[kind, row]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [at, index] = next;
    if (parties.has(`${at} ${index}`)) continue;
    parties.add(`${at} ${index}`);
    for (const [name, field] of Object.entries(vocabulary.kinds.get(at)?.fields ?? {})) {
      const column = field.to === undefined ? undefined : tableOf(register, at).columns[name];
      const target = column?.type === 'ref' ? (column.values[index] ?? noRow) : noRow;
      if (field.to !== undefined && target !== noRow) waiting.push([field.to, target]);
    }
  }
  return parties;
}

type Restraints = Conflict['restraints'];

/** What restrains an act for some parties. Most records share all but themselves, so that the answer is mostly there already. */
function restraintsBy(sides: readonly Side[]): (parties: ReadonlySet<string>, act: string) => Restraints {
  const byParty = new Map<string, Side[]>();
  for (const side of sides) for (const party of side.parties) pushTo(byParty, party, side);
  const known = new Map<string, Restraints>();
  return (parties, act) => {
    const shared = [...parties].filter((party) => byParty.has(party)).toSorted();
    const key = `${act} ${shared.join()}`;
    const before = known.get(key);
    if (before) return before;
    const subjects = new Map<Rule, Set<number>>();
    for (const { rule, subject } of shared.flatMap((party) => byParty.get(party) ?? []))
      if (rule.restrains.includes(act)) subjects.set(rule, (subjects.get(rule) ?? new Set()).add(subject));
    const found = [...subjects].map(([rule, rows]) => ({ rule, subjects: [...rows].toSorted((a, b) => a - b) }));
    const sorted = found.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
    known.set(key, sorted);
    return sorted;
  };
}

function conflictOver(
  act: string,
  { rule, subject, period }: Side,
  restraints: Restraints,
  register: Register,
  question: AsOf,
): Conflict[] {
  if (restraints.length === 0) return [];
  const id = tableOf(register, rule.subject).ids[subject] ?? '';
  return [
    {
      act,
      demanding: rule,
      subject,
      period: period === noDay ? null : period,
      restraints,
      clauses: [...new Set([rule, ...restraints.map((restraint) => restraint.rule)].flatMap(({ clauses }) => clauses))],
      decision: conflictDecisionOf(register, id, rule.id, act, question.asOf),
    },
  ];
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
