import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../../tests/support/databases.ts';
import { answersOf, cn, installFeel, prepare } from '../../../../tests/support/feel.ts';
import { formCases } from './form-cases.ts';
import { allOperators, explainRunner, formatValue, kernelRunner } from './index.ts';

const cases = [{ name: 'forms', cases: formCases }, ...allOperators].flatMap(({ name, cases: own }) =>
  own.map((one) => ({ operator: name, ...one })),
);

describe.each(cases)('$operator: $expression', ({ expression, context, value }) => {
  const { node, context: read } = prepare(expression, context);

  it.each([
    ['explainer', explainRunner],
    ['kernel', kernelRunner],
  ] as const)('on the %s', (_, runner) => {
    expect(formatValue(node.type, runner(node, cn)(read.values))).toBe(value);
  });
});

eachDatabase(({ client }) => {
  beforeAll(() => installFeel(client));

  it('answers every case of every operator', async () => {
    const answers = await answersOf(
      client,
      cases.map(({ expression, context }) => prepare(expression, context)),
    );
    const shown = cases.map(({ operator, expression }, index) => `${operator}: ${expression} → ${answers[index]}`);
    expect(shown).toEqual(cases.map(({ operator, expression, value }) => `${operator}: ${expression} → ${value}`));
  });
});
