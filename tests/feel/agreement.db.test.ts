import type { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  evaluator,
  formatValue,
  kernelRunner,
  type Node,
  Places,
  parseExpression,
  Refusal,
  type SqlQuestion,
  type Trace,
} from '../../packages/core/src/feel/index.ts';
import { eachDatabase } from '../support/databases.ts';
import { answersFromColumns, answersOf, cn, installFeel } from '../support/feel.ts';
import { seedOf } from '../support/seed.ts';
import { Coverage, rows } from './coverage.ts';
import { type Case, contextFor, generate, textOf } from './generate.ts';
import { leanings } from './pools.ts';
import { Random } from './random.ts';
import { shrink } from './shrink.ts';

const seed = seedOf('FEEL_SEED');
/** So many that no cell of the table stays thin. */
const usual = 36_000;
const count = Number(process.env['FEEL_CASES'] ?? usual);
const wanted = 50;

type Read = {
  readonly one: Case;
  readonly node: Node;
  readonly explained: string;
  readonly trace: Trace;
};

const nothing = (): never => {
  throw new Error('no facts here');
};

/** The case with the explainer's answer, or null where the checker refuses it: a refusal knows no engine. */
function read(one: Case): Read | null {
  const context = contextFor(one);
  try {
    const node = parseExpression(textOf(one.expression), context.scope);
    const places = new Places();
    const run = evaluator(node, { around: { calendar: cn }, reader: nothing, relatives: nothing }, places);
    const frame = places.frame(context.values);
    const value = run(frame);
    return { one, node, explained: formatValue(node.type, value), trace: places.trace(frame.seen) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const cases = [...generate(new Random(seed), count)];
const known = cases.map(read).filter((found) => found !== null);

function onKernel(node: Node, one: Case): string {
  try {
    return formatValue(node.type, kernelRunner(node, cn)(contextFor(one).values));
  } catch (error) {
    return `failed: ${String(error)}`;
  }
}

type Ask = (client: Client, questions: readonly SqlQuestion[]) => Promise<string[]>;

async function onSql(client: Client, found: readonly Read[], ask: Ask): Promise<string[]> {
  try {
    return await ask(
      client,
      found.map(({ node, one }) => ({ node, context: contextFor(one) })),
    );
  } catch (error) {
    if (found.length === 1) return [`failed: ${String(error)}`];
    const half = found.length >> 1;
    return [...(await onSql(client, found.slice(0, half), ask)), ...(await onSql(client, found.slice(half), ask))];
  }
}

async function told(failing: Read, answer: (found: Read) => Promise<string>): Promise<string> {
  const small = await shrink(failing.one, async (candidate) => {
    const found = read(candidate);
    return found !== null && (await answer(found)) !== found.explained;
  });
  const found = read(small);
  const slots = [...small.slots].map(
    ([name, { type, value }]) => `${name} = ${formatValue(type, value)} (${JSON.stringify(type)})`,
  );
  return [
    textOf(small.expression),
    ...slots,
    `explainer ${found?.explained}`,
    `here      ${found && (await answer(found))}`,
  ].join('\n  ');
}

describe(`${count} random expressions, FEEL_SEED=${seed}`, () => {
  it('are mostly within the subset, and cover every operator', () => {
    const coverage = new Coverage();
    for (const { node, trace } of known) coverage.add(node, trace);
    console.log(`FEEL_SEED=${seed}: ${known.length} evaluated, ${count - known.length} refused\n${coverage.table()}`);
    expect(known.length).toBeGreaterThan(count * 0.8);
    const thin = rows.flatMap((name) =>
      leanings
        .filter((leaning) => (coverage.count(name, leaning) ?? wanted) < wanted)
        .map((leaning) => `${name}: ${leaning}`),
    );
    expect(count < usual ? [] : thin).toEqual([]);
  });

  it('have one value on explainer and kernel', async () => {
    const failing = known.find(({ node, one, explained }) => onKernel(node, one) !== explained);
    expect(failing && (await told(failing, async ({ node, one }) => onKernel(node, one)))).toBeUndefined();
  });

  eachDatabase(({ client }) => {
    beforeAll(() => installFeel(client));

    const asked = [
      ['as parameters', answersOf, 1000, known],
      ['as columns of rows', answersFromColumns, 200, known.slice(0, known.length / 4)],
    ] as const;

    it.each(asked)('have one value on explainer and SQL, %s', { timeout: 300_000 }, async (_, ask, atOnce, all) => {
      const answer = async (found: Read): Promise<string> => (await onSql(client, [found], ask))[0] ?? '';
      for (let from = 0; from < all.length; from += atOnce) {
        const some = all.slice(from, from + atOnce);
        const answers = await onSql(client, some, ask);
        const failing = some.find(({ explained }, index) => answers[index] !== explained);
        expect(failing && (await told(failing, answer))).toBeUndefined();
      }
    });
  });
});
