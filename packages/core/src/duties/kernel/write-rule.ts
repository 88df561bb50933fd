import { noDay, type Vocabulary } from '../../facts/index.ts';
import {
  type Binding,
  type KernelFacts,
  type KernelValue,
  KernelWriter,
  type Node,
  scalar,
  type Type,
  writeKernel,
} from '../../feel/index.ts';
import { periodDays, type Rule, triggerDays, type Variant } from '../../law/index.ts';
import { mostPeriods } from '../duty.ts';
import type { Question } from '../question.ts';
import { seatTest } from '../reach.ts';
import { conditionOf } from '../territory.ts';
import type { DutyLayout } from './columns.ts';
import { factsOf, slotValue } from './reads.ts';
import { type Applies, conjunctsOf, waits, writeRejections } from './write-applies.ts';
import { dutyColumns, writeDuty } from './write-duty.ts';
import type { Whole } from './writing.ts';

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
      const conditions = conjunctsOf(conditionOf(rule, question));
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
