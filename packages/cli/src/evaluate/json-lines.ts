import { formatDay, formatInstant } from '@sallyport/core/calendar';
import { type Doubt, type DutyColumns, evidenceKind, kindOf, statusCodes } from '@sallyport/core/duties';
import { noDay, type Register, tableOf } from '@sallyport/core/facts';
import type { Rule, Status } from '@sallyport/core/law';
import { type Annotation, type Note, nothing } from './annotations.ts';

/** Facts of one kind as JSON has their ids; an id is ASCII without quotes or backslashes. */
type Quoted = (row: number | undefined) => string;

/** Lines are handed on in pieces of about so many characters: what is put together from small parts is cheap while it is near. */
const piece = 32_000;

/**
 * The duties of a rule as lines of JSON, the same that `JSON.stringify` makes of each `DutyLine` (json-lines.test.ts), put together
 * from parts: of half a million lines the names, the days and the clauses are the same ones over and over.
 */
export function* jsonLines(
  rule: Rule,
  duties: DutyColumns,
  register: Register,
  doubt: Doubt,
  wanted: ReadonlySet<Status> | null,
  note: Note | null = null,
): Generator<string> {
  const subjects = quoted(rule.subject, register);
  const bearers = quoted(kindOf(rule.variants[0].bearer), register);
  const assignees = quoted(kindOf(rule.assignee), register);
  const proofs = rule.variants.map((_, taken) => quoted(evidenceKind(rule, taken), register));
  const days = dayTexts();
  const moment = duties.clock === 'day' ? days : instantText;
  const kept = statusCodes.map((status) => wanted === null || wanted.has(status));
  const head = `{"rule":${JSON.stringify(rule.id)},"revision":${rule.revision},"subject":`;
  const tail = `],"clauses":${JSON.stringify(rule.clauses)},"unconfirmedYears":[`;
  const concerns = `],"concerns":${JSON.stringify(rule.concerns)},`;
  const annotated = annotationTexts(note);
  let text = '';
  for (let n = 0, from = 0; n < duties.count; n++) {
    const begin = from;
    from = duties.evidenceEnd[n] ?? 0;
    const status = duties.status[n] ?? 0;
    if (kept[status] !== true) continue;
    const period = duties.period[n] ?? noDay;
    const years = doubt(duties.subject[n] ?? 0, period === noDay ? null : period);
    const proof = proofs[duties.taken[n] ?? 0];
    let evidence = '';
    for (let at = begin; at < from; at++)
      evidence += `${at === begin ? '' : ','}${proof?.(duties.evidence[at]) ?? '""'}`;
    text += `${head}${subjects(duties.subject[n])},"period":${days(period)},"bearer":${bearers(duties.bearer[n])},"assignee":${assignees(duties.assignee[n])},"status":"${statusCodes[status]}","due":${moment(duties.due[n])},"metOn":${moment(duties.metOn[n])},"evidence":[${evidence}${tail}${years.join(',')}${concerns}${annotated(duties.subject[n] ?? 0, period)}}\n`;
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** Annotations as JSON has them inside a line, each written once. */
function annotationTexts(note: Note | null): (subject: number, period: number) => string {
  const known = new Map<Annotation, string>();
  return (subject, period) => {
    const annotation = note?.(subject, period) ?? nothing;
    let text = known.get(annotation);
    if (text === undefined) {
      text = JSON.stringify(annotation).slice(1, -1);
      known.set(annotation, text);
    }
    return text;
  };
}

function quoted(kind: string | null, register: Register): Quoted {
  const ids = kind === null ? [] : tableOf(register, kind).ids;
  return (row) => {
    const id = ids[row ?? -1];
    return id === undefined ? 'null' : `"${id}"`;
  };
}

/** Days as JSON has them, each written once. */
function dayTexts(): (day: number | undefined) => string {
  const known = new Map<number, string>();
  return (day) => {
    if (day === undefined || day === noDay) return 'null';
    let text = known.get(day);
    if (text === undefined) {
      text = `"${formatDay(day)}"`;
      known.set(day, text);
    }
    return text;
  };
}

const instantText = (instant: number | undefined): string =>
  instant === undefined || Number.isNaN(instant) ? 'null' : `"${formatInstant(instant)}"`;
