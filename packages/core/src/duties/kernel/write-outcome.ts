import { microsPerDay } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { isNullCode, type Node, nullCode, writeKernel } from '../../feel/index.ts';
import { statusCode } from '../duty.ts';
import { writeEvidence } from './write-evidence.ts';
import type { Whole } from './writing.ts';

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

/** The status by evidence and moments. */
export function writeOutcome(whole: Whole, names: Names): void {
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

/** A forbidden fact on record asks for a person's look, and what that person decided is the status. */
export function writeProhibition(
  forbids: Node,
  whole: Whole,
  { status, metOn }: { status: string; metOn: string },
): void {
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
