import { microsPerDay } from '../../calendar/index.ts';
import { noDay, type Vocabulary } from '../../facts/index.ts';
import {
  type Binding,
  chosenCode,
  flagged,
  isNullCode,
  type KernelFacts,
  type KernelValue,
  KernelWriter,
  type Node,
  nullCode,
  scalar,
  shaped,
  type Type,
  writeKernel,
} from '../../feel/index.ts';
import { periodDays, type Rule, type Status, triggerDays, type Variant } from '../../law/index.ts';
import { mostPeriods, statusCode } from '../duty.ts';
import type { Question } from '../question.ts';
import { seatTest } from '../reach.ts';
import type { DutyLayout } from './columns.ts';
import { type Applies, conjunctsOf, waits, writeRejections } from './write-applies.ts';
import { writeEvidence } from './write-evidence.ts';

/** Generated code of one rule and what it must be given. */
export type KernelCode = {
  readonly rule: Rule;
  readonly body: string;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly layout: DutyLayout;
};

/** Parameters of every generated function, before its bindings. */
export const kernelParameters = [
  'from',
  'to',
  'A',
  'AI',
  'sink',
  'calendar',
  'scratch',
  'none',
  'periodStart',
  'lastsUntil',
  'waived',
  'reviewed',
  'followed',
] as const;

/** Writes the loop over the subjects of a rule. The same steps as `decide.ts`, one subject after another over columns. */
export function writeRule(rule: Rule, question: Question, vocabulary: Vocabulary): KernelCode {
  let day = 'born';
  const slots = (name: string, type: Type): KernelValue => slotValue(name, type, day, rule, question);
  const writer = new KernelWriter(slots);
  const facts = factsOf(rule, vocabulary);
  const code = (node: Node): string => writer.temp(writeKernel(node, writer, facts).code);
  const subject = vocabulary.kinds.get(rule.subject);
  if (!subject) throw new Error(`there is no kind ${rule.subject}`);
  const layout = layoutOf(rule);
  // Where a subject has one duty, the sink has room for all of them beforehand, and the columns are the same ones throughout.
  const columns = dutyColumns.map((name) => `${name} = sink.${name}`).join(', ');
  writer.line(`${layout.recurs ? 'let' : 'const'} ${columns};`);
  writer.line(
    'let evidence = sink.evidence, n = sink.count, p = n > 0 ? evidenceEnd[n - 1] : 0, room = sink.capacity;',
  );
  writer.block('for (let s = from; s < to; s++)', () => {
    const born = writer.bind({ what: 'column', kind: rule.subject, field: subject.happened });
    writer.line(`const born = ${born}[s];`);
    writer.line('if (born > A) continue;');
    if (rule.after !== null) writer.line(`const after = followed[s]; if (after === ${noDay}) continue;`);
    writer.withVariable(rule.subject, scalar('s'), () => {
      const seat = seatTest(rule, question);
      if (seat) writer.line(`if (${writeKernel(seat, writer, facts).isFalse}) continue;`);
      const conditions = conjunctsOf(rule.applies);
      const known = writeRejections(
        conditions.filter((part) => !waits(part)),
        writer,
        facts,
      );
      const applies: Applies = { known, waiting: conditions.filter(waits) };
      const chosen = writeChoice(rule, writer, facts);
      const pick = (part: (variant: Variant) => Node | null, none: string): string =>
        pickCode(rule, chosen, part, none, code);
      const on = pick((variant) => variant.on, String(noDay));
      const { from, to } = triggerDays(rule);
      const inForce = [
        `${on} !== ${noDay}`,
        `${on} <= A`,
        `${on} >= ${from}`,
        ...(to === null ? [] : [`${on} < ${to}`]),
      ];
      writer.line(`if (!(${inForce.join(' && ')})) continue;`);
      day = on;
      const ended = rule.ends.map(code);
      const end = ended.length === 0 ? null : writer.variable(String(noDay));
      for (const name of ended)
        writer.line(`if (${name} !== ${noDay} && (${end} === ${noDay} || ${name} < ${end})) ${end} = ${name};`);
      const whole = { rule, layout, writer, facts, vocabulary, applies, chosen, pick, on, code };
      if (rule.every) writePeriods(rule.every, end, whole);
      else writeDuty(whole, end === null ? null : `${end} !== ${noDay}`, null);
    });
  });
  // Returned, not stored: V8 enters a long loop as optimised code, and would leave that code at a store it has not seen before.
  writer.line('return n;');
  return { rule, body: `${readAhead(writer.reads())}${writer.text()}`, bindings: writer.bindings, layout };
}

/** The sum is kept where V8 cannot know that nobody reads it. */
const readAhead = (reads: readonly string[]): string =>
  reads.length === 0
    ? ''
    : `let ahead = 0;\nfor (let s = from; s < to; s++) ahead = (ahead + ${reads.join(' + ')}) | 0;\nsink.ahead = ahead;\n`;

/** Columns of a sink with a value for each duty. */
const dutyColumns = ['subject', 'period', 'bearer', 'assignee', 'status', 'taken', 'due', 'metOn', 'evidenceEnd'];

function layoutOf(rule: Rule): DutyLayout {
  const many = ({ met }: Variant): boolean =>
    met !== null && (met.form === 'count' || met.form === 'needs' || (met.form === 'coversPeriod' && met.union));
  return {
    clock: rule.clock,
    recurs: rule.every !== null,
    varies: rule.variants.length > 1,
    borne: rule.variants.some(({ bearer }) => bearer !== null),
    assigned: rule.assignee !== null,
    several: rule.variants.some(many),
  };
}

type Whole = {
  readonly rule: Rule;
  readonly layout: DutyLayout;
  readonly writer: KernelWriter;
  readonly facts: KernelFacts;
  readonly vocabulary: Vocabulary;
  readonly applies: Applies;
  readonly chosen: string | null;
  readonly pick: (part: (variant: Variant) => Node | null, none: string) => string;
  readonly on: string;
  readonly code: (node: Node) => string;
};

/** A setting is a number, or a choice of numbers by day; other slots are variables of the loop. */
function slotValue(name: string, type: Type, day: string, rule: Rule, question: Question): KernelValue {
  if (name === 'period.start') return shaped('start', type);
  if (name === 'period.end') return shaped('(next-1)', type);
  if (name === 'after.metOn') return shaped('after', type);
  if (!name.startsWith('setting.')) {
    const value = rule.constants.find((part) => part.name === name)?.value ?? null;
    return shaped(value === null ? nullCode(type) : (value as number).toString(), type);
  }
  const versions = question.settings.get(name.slice(8)) ?? [];
  if (versions.length === 0) return shaped(nullCode(type), type);
  const choices = versions
    .map((version, index) => ({ test: index === 0 ? null : `${day}>=${version.from}`, value: version.value }))
    .toReversed();
  return { ...shaped(chosenCode(choices), type), choices };
}

/** Columns with what had not happened on the day asked about hidden. */
function factsOf(rule: Rule, vocabulary: Vocabulary): KernelFacts {
  const happened = vocabulary.kinds.get(rule.subject)?.happened;
  return {
    column: (kind, name, row, writer) => {
      const field = vocabulary.kinds.get(kind)?.fields[name];
      if (!field) throw new Error(`${kind} has no field ${name}`);
      if (row === 's' && kind === rule.subject && name === happened) return scalar('born');
      const raw = writer.temp(`${writer.bind({ what: 'column', kind, field: name })}[${row}]`);
      if (field.type === 'boolean') return flagged(raw);
      if (field.timing !== 'milestone') return scalar(raw);
      return scalar(writer.temp(field.type === 'instant' ? `(${raw}>AI?NaN:${raw})` : `(${raw}>A?${noDay}:${raw})`));
    },
    exists: (kind, row, writer) => {
      const field = vocabulary.kinds.get(kind)?.happened;
      return field === undefined ? null : `${writer.bind({ what: 'column', kind, field })}[${row}]<=A`;
    },
  };
}

/** The number of the exception taken, 0 for the rule itself; null when there are no exceptions. */
function writeChoice(rule: Rule, writer: KernelWriter, facts: KernelFacts): string | null {
  if (rule.variants.length === 1) return null;
  const conditions = rule.variants
    .slice(1)
    .map((variant) => (variant.when ? writeKernel(variant.when, writer, facts).isTrue : 'false'));
  return writer.temp(conditions.reduceRight((rest, condition, index) => `(${condition})?${index + 1}:${rest}`, '0'));
}

/** A part of the variant taken. Parts that no exception replaces are written once. */
function pickCode(
  rule: Rule,
  chosen: string | null,
  part: (variant: Variant) => Node | null,
  none: string,
  code: (node: Node) => string,
): string {
  const [base] = rule.variants;
  const own = part(base);
  const first = own ? code(own) : none;
  if (chosen === null) return first;
  return rule.variants.reduce((known, variant, index) => {
    const node = part(variant);
    return index === 0 || node === own ? known : `(${chosen}===${index}?${node ? code(node) : none}:${known})`;
  }, first);
}

function writePeriods(every: Node, end: string | null, whole: Whole): void {
  const { writer, on, rule } = whole;
  const length = whole.code(every);
  const months = every.type === 'months';
  writer.line(`let start = ${noDay}, next = periodStart(${on}, 0, ${length}, ${months});`);
  writer.block(`for (let k = 0, more = ${length} > 0; more && k < ${mostPeriods}; k++)`, () => {
    writer.line(`start = next; next = periodStart(${on}, k + 1, ${length}, ${months});`);
    writer.line(
      `if (start === ${noDay} || next === ${noDay} || next <= start${end === null ? '' : ` || (${end} !== ${noDay} && start > ${end})`}) break;`,
    );
    writer.line('more = start <= A;');
    const read = periodDays(rule);
    if (read) writer.line(`if (start < ${read.from}${read.to === null ? '' : ` || start >= ${read.to}`}) continue;`);
    writeDuty(whole, end === null ? null : `${end} !== ${noDay} && ${end} < next`, 'start');
  });
}

/** One duty: void, unclear, or by its evidence and moments. */
function writeDuty(whole: Whole, ended: string | null, period: string | null): void {
  const { rule, layout, writer, facts, pick, chosen } = whole;
  const none = nullCode(rule.clock);
  const clear = [...whole.applies.known, ...writeRejections(whole.applies.waiting, writer, facts)];
  const due = writer.temp(pick((variant) => variant.due, none));
  const closes = writer.temp(pick((variant) => variant.closes, none));
  const bearer = writer.temp(pick((variant) => variant.bearer, '-1'));
  const assignee = rule.assignee ? whole.code(rule.assignee) : '-1';
  const status = writer.variable('-1');
  const metOn = writer.variable(none);
  const row = writer.variable('-1');
  const list = writer.variable('null');
  const ending = [
    ...(ended === null ? [] : [ended]),
    ...rule.variants.flatMap((variant, index) => (variant.ends ? [`${chosen} === ${index}`] : [])),
  ];
  const set = (name: Status): string => `${status} = ${statusCode(name)}`;
  writer.line(ending.length > 0 ? `if (${ending.map((test) => `(${test})`).join(' || ')}) ${set('void')};` : '');
  if (clear.length > 0)
    writer.line(`${ending.length > 0 ? 'else ' : ''}if (!(${clear.join(' && ')})) ${set('unclear')};`);
  writer.block(`if (${status} < 0)`, () => {
    if (rule.forbids) writeProhibition(rule.forbids, whole, { status, metOn });
    else writeOutcome(whole, { due, closes, status, metOn, row, list, period });
  });
  if (layout.recurs) {
    const again = dutyColumns.map((name) => `${name} = sink.${name};`).join(' ');
    writer.line(`if (n === room) { sink.count = n; sink.grow(); ${again} room = sink.capacity; }`);
  }
  const parts = [
    ['subject', 's'],
    ...(layout.recurs ? [['period', 'start']] : []),
    ...(layout.borne ? [['bearer', bearer]] : []),
    ...(layout.assigned ? [['assignee', assignee]] : []),
    ['status', status],
    ...(layout.varies ? [['taken', chosen ?? '0']] : []),
    ['due', due],
    ['metOn', metOn],
  ];
  writer.line(parts.map(([name, value]) => `${name}[n] = ${value};`).join(' '));
  writer.line(
    `if (${row} >= 0) { if (p === evidence.length) { sink.growEvidence(p + 1); evidence = sink.evidence; } evidence[p++] = ${row}; }`,
  );
  if (layout.several) {
    writer.line(
      `else if (${list} !== null) { if (p + ${list}.length > evidence.length) { sink.growEvidence(p + ${list}.length); evidence = sink.evidence; } for (const e of ${list}) evidence[p++] = e; }`,
    );
  }
  writer.line('evidenceEnd[n++] = p;');
}

/** Later than every day: with whole numbers only, comparisons stay in 32 bits. */
const latest = 2147483647;

type Names = {
  readonly due: string;
  readonly closes: string;
  readonly status: string;
  readonly metOn: string;
  readonly row: string;
  readonly list: string;
  readonly period: string | null;
};

function writeOutcome(whole: Whole, names: Names): void {
  const { rule, writer, facts, vocabulary, chosen, on } = whole;
  const { due, closes, status, metOn, row, list, period } = names;
  const none = nullCode(rule.clock);
  const limit =
    closes === none
      ? none
      : writer.temp(`(${isNullCode(closes, rule.clock)} ? ${rule.clock === 'day' ? latest : 'Infinity'} : ${closes})`);
  const window = {
    from: period === null ? null : 'start',
    until: period === null ? null : 'next',
    closes: limit,
    on: rule.clock === 'instant' ? `(AI-(A-(${on}))*${microsPerDay})` : on,
  };
  const mets = new Set(rule.variants.map((variant) => variant.met));
  for (const met of mets) {
    if (!met) continue;
    const which = rule.variants.flatMap((variant, index) => (variant.met === met ? [`${chosen} === ${index}`] : []));
    writer.block(chosen === null || mets.size === 1 ? '' : `if (${which.join(' || ')})`, () =>
      writeEvidence(met, { metOn, row, list }, window, { writer, facts, vocabulary, clock: rule.clock }),
    );
  }
  const now = rule.clock === 'instant' ? 'AI' : 'A';
  const test = (name: string, condition: string): string => `(!(${isNullCode(name, rule.clock)}) && ${condition})`;
  const late = due === none ? 'false' : test(due, `${metOn} > ${due}`);
  const missed = closes === none ? 'false' : test(closes, `${now} > ${closes}`);
  const waiver =
    rule.waiver === 'never'
      ? ''
      : `else if (waived !== null && waived(s, ${period ?? noDay})) ${status} = ${statusCode('waived')};`;
  writer.line(
    `if (!(${isNullCode(metOn, rule.clock)})) ${status} = ${late} ? ${statusCode('late')} : ${statusCode('met')};`,
  );
  writer.line(`${waiver}else if (${missed}) ${status} = ${statusCode('missed')};`);
  writer.line(`else if (${isNullCode(due, rule.clock)}) ${status} = ${statusCode('unclear')};`);
  writer.line(`else ${status} = ${now} > ${due} ? ${statusCode('overdue')} : ${statusCode('pending')};`);
}

function writeProhibition(forbids: Node, whole: Whole, { status, metOn }: { status: string; metOn: string }): void {
  const { writer, facts, on } = whole;
  const there = writeKernel(forbids, writer, facts);
  writer.line(`if (${there.isFalse}) { ${status} = ${statusCode('met')}; ${metOn} = ${on}; }`);
  writer.line(`else if (!(${there.isTrue})) ${status} = ${statusCode('unclear')};`);
  writer.block('else', () => {
    writer.line('const review = reviewed === null ? null : reviewed(s);');
    writer.line(
      `${status} = review === null ? ${statusCode('review')} : review.confirmed ? ${statusCode('breached')} : ${statusCode('met')};`,
    );
    writer.line(`if (review !== null && !review.confirmed) ${metOn} = review.on;`);
  });
}
