import { beforeAll, expect, it } from 'vitest';
import { calendars, readPacks } from '../../packages/cli/src/law/read-packs.ts';
import { prepareDatabase } from '../../packages/cli/src/sql/database.ts';
import { parseDay } from '../../packages/core/src/calendar/index.ts';
import { vocabulary } from '../../packages/core/src/facts/index.ts';
import type { Rule } from '../../packages/core/src/law/index.ts';
import { eachDatabase } from '../support/databases.ts';
import { chainOf, explained, keyOf, onKernel } from './back-ends.ts';
import type { Asked } from './cases.ts';
import { load, onDatabase } from './database.ts';
import { engine } from './engine.ts';

/** Every example of every pack, on every back end. What the explainer is expected to say stands in the packs themselves. */
const { law } = readPacks();
const known = calendars();
const { duties } = engine;

type Example = { readonly rule: Rule; readonly chain: readonly Rule[]; readonly name: string; readonly asked: Asked };

const examples = law.rules.flatMap((rule) =>
  rule.examples.map((example, index): Example => {
    const register = duties.exampleRegister(example, vocabulary, rule.subject);
    if ('zh' in register) throw new Error(`${rule.id} ${index}: ${register.en}`);
    const chain = chainOf(rule, law.rules);
    const asOf = parseDay(example.asOf) ?? 0;
    const question = { ...duties.questionOf(law, register, asOf, known), rules: chain };
    const relations = new duties.Relations(register);
    return {
      rule,
      chain,
      name: `${rule.id} ${index} ${example.case}`,
      asked: { world: { asOf, facts: new Map() }, register, relations, question },
    };
  }),
);

const told = (name: string, lines: readonly string[]): string => [name, ...lines].join('\n  ');
const wanted = examples.map(({ name, rule, asked }) => told(name, explained(engine, rule, asked).lines));

it('has examples for every rule that a register can show', () => {
  expect(examples.length).toBeGreaterThan(2000);
  expect(law.rules.filter((rule) => rule.standing === null && rule.examples.length < 4).map((rule) => rule.id)).toEqual(
    [],
  );
});

it('has one answer to each example on explainer and kernel', { timeout: 300_000 }, () => {
  const answers = examples.map(({ name, rule, chain, asked }) => {
    const known = new Map([[keyOf(rule), explained(engine, rule, asked)]]);
    return told(name, onKernel(engine, chain, asked, known).get(keyOf(rule)) ?? []);
  });
  expect(answers).toEqual(wanted);
});

eachDatabase(({ client }) => {
  beforeAll(async () => {
    await prepareDatabase(client, known);
    for (const [index, { asked }] of examples.entries()) await load(client, engine, asked, `example${index}`);
    await client.query('ANALYZE');
  }, 300_000);

  it('has one answer to each example on explainer and SQL', { timeout: 300_000 }, async () => {
    const answers: string[] = [];
    for (const [index, { name, rule, asked }] of examples.entries()) {
      answers.push(told(name, await onDatabase(client, engine, rule, asked, `example${index}`)));
    }
    expect(answers).toEqual(wanted);
  });
});
