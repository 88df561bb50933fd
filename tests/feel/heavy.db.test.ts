import { beforeAll, describe, expect, it } from 'vitest';
import { explainRunner, formatValue, kernelRunner } from '../../packages/core/src/feel/index.ts';
import { eachDatabase } from '../support/databases.ts';
import { answersOf, cn, installFeel, prepare } from '../support/feel.ts';

/** A text put around itself so many times. */
function nested(times: number, around: (inner: string, depth: number) => string, start: string): string {
  let text = start;
  for (let depth = 0; depth < times; depth++) text = around(text, depth);
  return text;
}

/** As long and as deep as the checker lets an expression be. */
const heavy: readonly (readonly [string, string])[] = [
  ['brackets', nested(95, (inner) => `(${inner})`, 'n')],
  ['sums', nested(45, (inner) => `(${inner} + 1)`, 'n')],
  ['decimal sums', nested(45, (inner) => `(${inner} * 1.01)`, 'n')],
  ['quotients', nested(45, (inner) => `(${inner} / 3)`, 'n')],
  ['negations', nested(90, (inner) => `not(${inner})`, 'b')],
  ['choices', nested(90, (inner, depth) => `if n = ${depth} then ${depth} else ${inner}`, '0')],
  ['choices in the condition', nested(45, (inner) => `(if ${inner} then b else not(b))`, 'b')],
  ['parts of texts', nested(90, (inner) => `substring after(${inner}, "x")`, 's')],
  ['membership', nested(45, (inner) => `(${inner} in (true, null))`, 'b')],
  ['equality', nested(45, (inner) => `(${inner} = b)`, 'b')],
  ['steps of months', nested(45, (inner) => `(${inner} + @"P1M")`, 'd')],
  ['steps of hours', nested(45, (inner) => `(${inner} - @"PT36H")`, 'd')],
  ['working days', nested(20, (inner) => `add working days(${inner}, 3)`, 'd')],
  ['some', nested(5, (inner, depth) => `some x${depth} in l satisfies (${inner})`, 'n > 1')],
  ['every', nested(5, (inner, depth) => `every x${depth} in [1, null] satisfies (${inner})`, 'u')],
  ['filters', nested(40, (inner) => `${inner}[item > 0]`, 'l')],
  ['counts in filters', nested(5, (inner) => `count(l[item > ${inner}])`, '0')],
  ['greatest of greatest', nested(40, (inner) => `max(1, ${inner})`, 'n')],
  ['between', nested(8, (inner) => `(if ${inner} between 1 and 5 then 1 else 9)`, 'n')],
  ['conjunction', `${'b and '.repeat(200)}b`],
  ['a long list', `sum([${'1,'.repeat(3000)}1])`],
  ['a long text', `string length("${'平'.repeat(9900)}")`],
];

const context = { n: 4, b: true, s: 'x'.repeat(1000), d: { '@': '2024-01-31' }, l: [3], u: null };

describe('the heaviest expressions', () => {
  const prepared = heavy.map(([name, text]) => ({ name, ...prepare(text, context) }));

  it.each(prepared)('$name on the kernel', ({ node, context: read }) => {
    const [explained, compiled] = [explainRunner, kernelRunner].map((runner) => runner(node, cn)(read.values));
    expect(compiled).toEqual(explained);
  });

  eachDatabase(({ client }) => {
    beforeAll(() => installFeel(client));

    it.each(prepared)('$name', async ({ node, context: read }) => {
      const explained = formatValue(node.type, explainRunner(node, cn)(read.values));
      const start = performance.now();
      expect(await answersOf(client, [{ node, context: read }])).toEqual([explained]);
      expect(performance.now() - start).toBeLessThan(60_000);
    });
  });
});
