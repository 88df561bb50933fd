import { type Kind, noDay, type Vocabulary } from '../../facts/index.ts';
import {
  isNullCode,
  type KernelFacts,
  type KernelWriter,
  type Lasting,
  type Node,
  nullCode,
  type RelationName,
  scalar,
  writeKernel,
} from '../../feel/index.ts';
import type { Met } from '../../law/index.ts';

/** Where evidence counts: names or literals of the period's first day and the next period's, and of the closing moment. */
export type EvidenceWindow = {
  readonly from: string | null;
  readonly until: string | null;
  readonly closes: string;
  readonly on: string;
};

/** What the code of evidence is written with. */
export type Writing = {
  readonly writer: KernelWriter;
  readonly facts: KernelFacts;
  readonly vocabulary: Vocabulary;
  readonly clock: 'day' | 'instant';
};
export type Gathered = Exclude<Met, { form: 'milestone' }>;

/** A loop over the facts that may count, earliest first where they count from the day they happened. */
export function candidates(
  met: Gathered,
  window: EvidenceWindow,
  { writer, facts, vocabulary, clock }: Writing,
  body: (row: string, at: string, record: Recorded) => void,
): void {
  const kind = vocabulary.kinds.get(met.kind);
  if (!kind) throw new Error(`there is no kind ${met.kind}`);
  const key = writer.temp(writeKernel(met.key.of, writer, facts).code);
  const relation = relationOf(met);
  const wanted = met.match
    .filter((part) => part.field !== relation.only?.field || wordOf(part.to) !== relation.only.word)
    .map((part) => ({ ...part, name: writer.temp(writeKernel(part.to, writer, facts).code) }));
  const low = met.from ? writer.temp(writeKernel(met.from, writer, facts).code) : window.from;
  const high = met.until ? writer.temp(writeKernel(met.until, writer, facts).code) : window.until;
  const offsets = writer.bind({ what: 'offsets', ...relation });
  const columns = recorded(met, kind);
  const width = columns.length + 1;
  const lasting = lastingOf(met, columns, kind, { writer, facts });
  const records = writer.bind({ what: 'records', ...relation, columns, lasting });
  readAhead(met, offsets, records, width, writer);
  // The clock's day and the closing day bound the search together: one comparison for each fact.
  const last = inOrder(met, vocabulary) && clock === 'day' && window.closes !== nullCode(clock);
  const known = [
    `${key}>=0`,
    ...wanted.filter((part) => part.to.nullable).map((part) => `!(${isNullCode(part.name, part.type)})`),
    ...(met.from && low ? [`${low}!==${noDay}`] : []),
    ...(met.until && high ? [`${high}!==${noDay}`] : []),
  ];
  writer.block(`if (${known.join('&&')})`, () => {
    const end = writer.temp(`${offsets}[${key}+1]*${width}`);
    const at = writer.variable(`${offsets}[${key}]*${width}`);
    const limit = last ? writer.temp(`(${window.closes} < A ? ${window.closes} : A)`) : 'A';
    writer.block(`for (; ${at} < ${end}; ${at} += ${width})`, () => {
      const row = `${records}[${at}]`;
      const day = writer.temp(`${records}[${at}+1]`);
      writer.line(`if (${day} > ${limit}) break;`);
      for (const part of wanted) {
        const column = writer.bind({ what: 'column', kind: met.kind, field: part.field });
        writer.line(`if (${column}[${row}] !== ${part.name}) continue;`);
      }
      const ordered = inOrder(met, vocabulary);
      const moment = ordered ? day : writer.temp(facts.column(met.kind, met.at, row, writer).code);
      if (!ordered) writer.line(`if (${isNullCode(moment, clock)}) continue;`);
      if (!last && window.closes !== nullCode(clock))
        writer.line(`if (${moment} > ${window.closes}) ${ordered ? 'break' : 'continue'};`);
      const dated = clock === 'day' ? moment : day;
      if (low !== null) writer.line(`if (${dated} < ${low}) continue;`);
      if (high !== null) writer.line(`if (${dated} >= ${high}) continue;`);
      if (met.where) {
        const { where } = met;
        writer.withVariable('item', scalar(row), () =>
          writer.line(`if (!(${writeKernel(where, writer, facts).isTrue})) continue;`),
        );
      }
      const read = (name: string): string | null =>
        columns.includes(name) ? writer.temp(`${records}[${at}+${columns.indexOf(name) + 1}]`) : null;
      body(row, moment, { day: read, lasting: lasting !== null });
    });
  });
}

/**
 * Subjects point at facts in no order, so that finding the list of each is a wait for memory. A loop that does nothing else has many such
 * reads under way at once, where the search, which decides between one and the next, has one.
 */
function readAhead(met: Gathered, offsets: string, records: string, width: number, writer: KernelWriter): void {
  const { of } = met.key;
  if (of.form !== 'field' || of.of.form !== 'variable' || writer.lookUp(of.of.name).code !== 's') return;
  const key = `${writer.bind({ what: 'column', kind: of.kind, field: of.field })}[s]`;
  const at = `${offsets}[${key}]*${width}`;
  writer.ahead(`(${key}<0||${at}>=${records}.length?0:${records}[${at}])`);
}

/** Names of what stands in the record of a candidate, null for a column that does not; whether an end that nobody recorded was filled in. */
export type Recorded = { readonly day: (column: string) => string | null; readonly lasting: boolean };

/** The days that stand in the records of a relation: when the fact happened and, where validity counts, from when until when. */
function recorded(met: Gathered, kind: Kind): readonly string[] {
  const valid = (met.form === 'covers' || met.form === 'coversPeriod') && kind.valid ? Object.values(kind.valid) : [];
  // A milestone may lie ahead of the day asked about and be hidden: it is read where that is seen to.
  const plain = valid.filter((name) => kind.fields[name]?.timing !== 'milestone');
  return [...new Set([kind.happened, ...plain])];
}

/** The length of a validity that is one number of months for every fact, so that its ends can be had once and not for each subject. */
function lastingOf(
  met: Gathered,
  columns: readonly string[],
  { valid }: Kind,
  { writer, facts }: Pick<Writing, 'writer' | 'facts'>,
): Lasting | null {
  if ((met.form !== 'covers' && met.form !== 'coversPeriod') || !met.lasts || !valid) return null;
  if (!columns.includes(valid.from) || !columns.includes(valid.until) || met.lasts.type !== 'months') return null;
  if (met.lasts.form !== 'literal' && met.lasts.form !== 'slot') return null;
  const { code } = writeKernel(met.lasts, writer, facts);
  return /^\d{1,4}$/.test(code) ? { ...valid, months: Number(code) } : null;
}

const wordOf = (node: Node): string | null =>
  node.form === 'literal' && node.type === 'word' && typeof node.value === 'string' ? node.value : null;

/** Facts are found through their reference; where they must have one word, only those that have it are gone through. */
function relationOf(met: Gathered): RelationName {
  const [part] = met.match.filter((one) => wordOf(one.to) !== null);
  const word = part && wordOf(part.to);
  return { kind: met.kind, field: met.key.field, ...(part && word ? { only: { field: part.field, word } } : {}) };
}

export const inOrder = (met: Gathered, vocabulary: Vocabulary): boolean =>
  vocabulary.kinds.get(met.kind)?.happened === met.at;
