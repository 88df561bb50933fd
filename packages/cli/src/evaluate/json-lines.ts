import { formatDay, formatInstant } from '@sallyport/core/calendar';
import { type Doubt, type DutyColumns, evidenceKind, kindOf, statusCodes } from '@sallyport/core/duties';
import { longestId, noDay, type Register, type Table, tableOf } from '@sallyport/core/facts';
import type { Rule, Status } from '@sallyport/core/law';
import { type Annotation, type Note, nothing } from './annotation.ts';
import { ByteText, bytesOf } from './byte-text.ts';

/** Lines are handed on in pieces of about so many bytes. */
const piece = 256 * 1024;

/** More than all of a line takes but its ids, its clauses and what is said of it. */
const plainParts = 1000;

const [nil, quote, quoteComma, newLine] = ['null', '"', '","', '}\n'].map(bytesOf) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/**
 * The duties of a rule as lines of JSON in UTF-8, the same that `JSON.stringify` makes of each `DutyLine` (json-lines.test.ts), put
 * together from parts: of half a million lines the names, the days and the clauses are the same ones over and over.
 */
export function* jsonLines(
  rule: Rule,
  duties: DutyColumns,
  register: Register,
  doubt: Doubt,
  wanted: ReadonlySet<Status> | null,
  note: Note | null = null,
): Generator<Uint8Array> {
  const text = new ByteText(piece + 16 * 1024);
  const writeId = idWriter(text);
  const subjects = tableFor(rule.subject, register);
  const bearers = tableFor(kindOf(rule.variants[0].bearer), register);
  const assignees = tableFor(kindOf(rule.assignee), register);
  const proofs = rule.variants.map((_, taken) => tableFor(evidenceKind(rule, taken), register));
  const days = texts((day: number) => (day === noDay ? 'null' : `"${formatDay(day)}"`));
  const moment = duties.clock === 'day' ? days : instantText;
  const kept = statusCodes.map((status) => wanted === null || wanted.has(status));
  const statuses = statusCodes.map((status) => bytesOf(`,"status":"${status}","due":`));
  const parts = partsOf(rule);
  const annotated = texts((annotation: Annotation) => JSON.stringify(annotation).slice(1, -1));
  for (let n = 0, from = 0; n < duties.count; n++) {
    const begin = from;
    from = duties.evidenceEnd[n] ?? 0;
    const status = duties.status[n] ?? 0;
    if (kept[status] !== true) continue;
    const subject = duties.subject[n] ?? 0;
    const period = duties.period[n] ?? noDay;
    const years = doubt(subject, period === noDay ? null : period);
    const said = annotated(note?.(subject, period) ?? nothing);
    text.room(plainParts + parts.length + said.length + 6 * years.length + (from - begin) * (longestId + 3));
    text.add(parts.head);
    writeId(subjects, subject);
    text.add(parts.period);
    text.add(days(period));
    text.add(parts.bearer);
    writeId(bearers, duties.bearer[n] ?? -1);
    text.add(parts.assignee);
    writeId(assignees, duties.assignee[n] ?? -1);
    text.add(statuses[status] ?? nil);
    text.add(moment(duties.due[n] ?? Number.NaN));
    text.add(parts.metOn);
    text.add(moment(duties.metOn[n] ?? Number.NaN));
    text.add(parts.evidence);
    writeIds(text, proofs[duties.taken[n] ?? 0] ?? null, duties.evidence, begin, from);
    text.add(parts.clauses);
    if (years.length > 0) text.add(bytesOf(years.join(',')));
    text.add(parts.concerns);
    text.add(said);
    text.add(newLine);
    if (text.length >= piece) yield text.take();
  }
  if (text.length > 0) yield text.take();
}

/** What stands between the values of a line. */
function partsOf(rule: Rule) {
  const texts = {
    head: `{"rule":${JSON.stringify(rule.id)},"revision":${rule.revision},"subject":`,
    period: ',"period":',
    bearer: ',"bearer":',
    assignee: ',"assignee":',
    metOn: ',"metOn":',
    evidence: ',"evidence":[',
    clauses: `],"clauses":${JSON.stringify(rule.clauses)},"unconfirmedYears":[`,
    concerns: `],"concerns":${JSON.stringify(rule.concerns)},`,
  };
  return {
    head: bytesOf(texts.head),
    period: bytesOf(texts.period),
    bearer: bytesOf(texts.bearer),
    assignee: bytesOf(texts.assignee),
    metOn: bytesOf(texts.metOn),
    evidence: bytesOf(texts.evidence),
    clauses: bytesOf(texts.clauses),
    concerns: bytesOf(texts.concerns),
    /** In bytes, of all of them. */
    length: Object.values(texts).reduce((sum, part) => sum + bytesOf(part).length, 0),
  };
}

/** Each text made once and kept as bytes. */
function texts<Key>(write: (key: Key) => string): (key: Key) => Uint8Array {
  const known = new Map<Key, Uint8Array>();
  return (key) => {
    let bytes = known.get(key);
    if (bytes === undefined) {
      bytes = bytesOf(write(key));
      known.set(key, bytes);
    }
    return bytes;
  };
}

const instantText = (instant: number): Uint8Array =>
  Number.isNaN(instant) ? nil : bytesOf(`"${formatInstant(instant)}"`);

const tableFor = (kind: string | null, register: Register): Table | null =>
  kind === null ? null : tableOf(register, kind);

/** An id as JSON has it, `null` for none; an id is ASCII without quotes or backslashes. */
const idWriter =
  (text: ByteText) =>
  (table: Table | null, row: number): void => {
    if (table === null || row < 0) return text.add(nil);
    text.add(quote);
    text.addId(table, row);
    text.add(quote);
  };

function writeIds(text: ByteText, table: Table | null, rows: Int32Array, begin: number, end: number): void {
  if (table === null || begin === end) return;
  text.add(quote);
  for (let at = begin; at < end; at++) {
    if (at > begin) text.add(quoteComma);
    text.addId(table, rows[at] ?? 0);
  }
  text.add(quote);
}
