import { type Day, formatDay, formatInstant } from '@sallyport/core/calendar';
import {
  type Conflict,
  conflictsOf,
  countBegun,
  coverageOf,
  type DutyColumns,
  decisionAt,
  doubtsOf,
  type InstrumentCoverage,
  isBacklog,
  kindOf,
  mostUrgent,
  type Question,
  type Relations,
  readingFinder,
  statusCodes,
  type Urgent,
} from '@sallyport/core/duties';
import { noDay, type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import { clauseName, type Law, type Rule, type Status } from '@sallyport/core/law';
import type { Phrase } from '../words.ts';

/** What `npm start` shows, in the order it is read: how things stand, what presses, what is missing, what is old. */
export type Summary = {
  readonly asOf: string;
  readonly rules: number;
  readonly duties: number;
  readonly instruments: readonly (InstrumentCoverage & { readonly title: Phrase })[];
  readonly urgent: readonly UrgentLine[];
  readonly unclear: readonly { readonly rule: string; readonly title: Phrase; readonly subject: string }[];
  readonly backlog: readonly { readonly rule: string; readonly title: Phrase; readonly count: number }[];
  /** Open duties whose dates were counted through years whose working days nobody has confirmed. */
  readonly unconfirmed: { readonly count: number; readonly years: readonly number[] };
  readonly conflicts: readonly ConflictLine[];
  readonly programmeStart: string | null;
};

/** Records for which two rules conflict and nobody has decided. */
type ConflictLine = {
  readonly act: string;
  readonly demands: string;
  readonly restrains: string;
  readonly records: number;
};

export type UrgentLine = {
  readonly rule: string;
  readonly title: Phrase;
  readonly bearer: string;
  readonly subject: string;
  readonly status: Status;
  readonly due: string | null;
  /** Every clause that speaks of it: duties of one concern are one line. */
  readonly clauses: readonly Phrase[];
  readonly secondary: boolean;
  readonly unconfirmedYears: readonly number[];
};

export function summarise(
  law: Law,
  results: readonly DutyColumns[],
  relations: Relations,
  question: Question,
): Summary {
  const { register } = relations;
  const { asOf } = question;
  const doubts = doubtsOf(question, relations);
  const programmeStart = startOf(register);
  const reading = readingFinder(law.rules);
  const instruments = coverageOf(law, results, asOf, programmeStart).map((coverage) => ({
    ...coverage,
    title: law.editions.find((edition) => edition.id === coverage.edition)?.instrument.short ?? {
      zh: coverage.edition,
      en: coverage.edition,
    },
  }));
  return {
    asOf: formatDay(asOf),
    rules: new Set(law.rules.map(({ id }) => id)).size,
    duties: countBegun(results, asOf),
    instruments,
    urgent: urgentLines(law, results, register, asOf, programmeStart, doubts),
    unclear: results.flatMap((duties) => unclearOf(duties, reading(duties), register)),
    backlog: results.flatMap((duties) => backlogOf(duties, reading(duties), programmeStart)),
    unconfirmed: unconfirmedOf(results, reading, doubts),
    conflicts: conflictLines(conflictsOf(law, results, register, vocabulary, question)),
    programmeStart: programmeStart === null ? null : formatDay(programmeStart),
  };
}

function conflictLines(conflicts: readonly Conflict[]): ConflictLine[] {
  const lines = new Map<string, ConflictLine>();
  for (const { act, demanding, restraints, decision } of conflicts) {
    if (decision !== null) continue;
    for (const { rule } of restraints) {
      const key = `${act} ${demanding.id} ${rule.id}`;
      const records = (lines.get(key)?.records ?? 0) + 1;
      lines.set(key, { act, demands: demanding.id, restrains: rule.id, records });
    }
  }
  return [...lines.values()];
}

/** The day the organisation took up its programme: what fell due before it is told apart as backlog. */
function startOf(register: Register): Day | null {
  const column = tableOf(register, 'organisation').columns['programmeStartedOn'];
  const day = column?.type === 'day' ? (column.values[0] ?? noDay) : noDay;
  return day === noDay ? null : day;
}

/** The ten most urgent concerns. Duties of several packs that speak of one thing are one line with every clause (DESIGN). */
function urgentLines(
  law: Law,
  results: readonly DutyColumns[],
  register: Register,
  asOf: Day,
  programmeStart: Day | null,
  doubts: Doubts,
): UrgentLine[] {
  const lines = new Map<string, UrgentLine>();
  for (const urgent of mostUrgent(law.rules, results, asOf, programmeStart, 60)) {
    const line = urgentLine(urgent, law, register, doubts);
    const key = `${urgent.rule.concerns} ${urgent.duties.subjectKind} ${line.subject} ${urgent.duties.period[urgent.at]}`;
    const known = lines.get(key);
    if (known)
      lines.set(key, {
        ...known,
        clauses: [...known.clauses, ...line.clauses],
        secondary: known.secondary && line.secondary,
      });
    else lines.set(key, line);
  }
  return [...lines.values()].slice(0, 10);
}

function urgentLine({ rule, duties, at }: Urgent, law: Law, register: Register, doubts: Doubts): UrgentLine {
  const decision = decisionAt(duties, at);
  return {
    rule: rule.id,
    title: rule.title,
    bearer: nameOf(register, kindOf(rule.variants[0].bearer), decision.bearer),
    subject: tableOf(register, rule.subject).ids[decision.subject] ?? '',
    status: decision.status,
    due:
      decision.due === null ? null : rule.clock === 'instant' ? formatInstant(decision.due) : formatDay(decision.due),
    clauses: rule.clauses.map((clause) => clauseName(law, clause)),
    secondary: rule.sureness !== 'text',
    unconfirmedYears: doubts(rule)(decision.subject, decision.period),
  };
}

type Doubts = ReturnType<typeof doubtsOf>;

function unconfirmedOf(
  results: readonly DutyColumns[],
  reading: ReturnType<typeof readingFinder>,
  doubts: Doubts,
): Summary['unconfirmed'] {
  let count = 0;
  const years = new Set<number>();
  for (const duties of results) {
    const rule = reading(duties);
    if (!rule) continue;
    const doubt = doubts(rule);
    for (let n = 0; n < duties.count; n++) {
      const { status, subject, period } = decisionAt(duties, n);
      const own = status === 'pending' || status === 'overdue' ? doubt(subject, period) : [];
      if (own.length > 0) count++;
      for (const year of own) years.add(year);
    }
  }
  return { count, years: [...years].toSorted((a, b) => a - b) };
}

/** The name of a body; a person is named by id, here as everywhere that people may look over a shoulder. */
function nameOf(register: Register, kind: string | null, row: number | null): string {
  if (kind === null || row === null) return '';
  const table = tableOf(register, kind);
  const name = kind === 'organisation' ? table.columns['name'] : undefined;
  return (name?.type === 'text' ? name.values[row] : null) ?? table.ids[row] ?? '';
}

function unclearOf(duties: DutyColumns, rule: Rule | undefined, register: Register): Summary['unclear'] {
  if (!rule) return [];
  const ids = tableOf(register, duties.subjectKind).ids;
  const list: Summary['unclear'][number][] = [];
  for (let n = 0; n < duties.count; n++) {
    if (statusCodes[duties.status[n] ?? 0] === 'unclear')
      list.push({ rule: rule.id, title: rule.title, subject: ids[duties.subject[n] ?? 0] ?? '' });
  }
  return list;
}

function backlogOf(duties: DutyColumns, rule: Rule | undefined, programmeStart: Day | null): Summary['backlog'] {
  let count = 0;
  for (let n = 0; n < duties.count; n++) if (isBacklog(duties, n, programmeStart)) count++;
  return rule && count > 0 ? [{ rule: rule.id, title: rule.title, count }] : [];
}
