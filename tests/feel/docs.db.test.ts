import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  explainRunner,
  formatValue,
  kernelRunner,
  parseExactJson,
  parseExpression,
  Refusal,
  readContext,
} from '../../packages/core/src/feel/index.ts';
import { feelDocs, tableRows } from '../../scripts/feel-docs.ts';
import { eachDatabase } from '../support/databases.ts';
import { answersOf, cn, installFeel, prepare } from '../support/feel.ts';

const text = readFileSync(new URL('../../docs/feel.md', import.meta.url), 'utf8');
const contextOf = (cell: string | undefined): unknown => (cell ? parseExactJson(cell) : undefined);

const cases = tableRows(text, 'expression', 'context', 'value', 'note').map(
  ([expression = '', context, value = '']) => ({
    expression,
    value,
    ...prepare(expression, contextOf(context)),
  }),
);

const refused = tableRows(text, 'expression', 'context', 'the refusal says', 'instead', 'such as').map(
  ([expression = '', context, message = '', , write = '']) => ({
    expression,
    context: contextOf(context),
    message,
    write,
  }),
);

describe('docs/feel.md', () => {
  it('is what npm run docs writes', () => {
    expect(text).toBe(feelDocs());
  });

  it('has rows', () => {
    expect(cases.length).toBeGreaterThan(200);
    expect(refused.length).toBeGreaterThan(30);
  });

  it.each(cases)('$expression on explainer and kernel', ({ node, context, value }) => {
    const answers = [explainRunner, kernelRunner].map((runner) =>
      formatValue(node.type, runner(node, cn)(context.values)),
    );
    expect(answers).toEqual([value, value]);
  });

  it.each(refused)('$expression is refused', ({ expression, context, message, write }) => {
    const { scope } = readContext(context);
    expect(() => parseExpression(expression, scope)).toThrow(Refusal);
    expect(() => parseExpression(expression, scope)).toThrow(message);
    if (write) parseExpression(write, scope);
  });

  eachDatabase(({ client }) => {
    beforeAll(() => installFeel(client));

    it('answers every row', async () => {
      const answers = await answersOf(client, cases);
      expect(cases.map(({ expression }, index) => `${expression} → ${answers[index]}`)).toEqual(
        cases.map(({ expression, value }) => `${expression} → ${value}`),
      );
    });
  });
});
