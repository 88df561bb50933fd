import type { Client } from 'pg';
import type { Rule, RuleText } from '../../packages/core/src/law/index.ts';
import { chainOf, explained, onKernel } from './back-ends.ts';
import { agree } from './batch.ts';
import { asked, type Line } from './cases.ts';
import { load, onDatabase } from './database.ts';
import type { Engine } from './engine.ts';
import { lawOf, packOf } from './pack.ts';
import { type World, worldText } from './registers.ts';
import { type Failing, shrink } from './shrink.ts';

type Answers = ReadonlyMap<string, readonly Line[]>;
export type Server = { readonly name: string; readonly client: Client };

let count = 0;

/** What every back end says of one rule and one register; null where the rule is refused or a reference dangles. */
async function answers(
  engine: Engine,
  { rule, before, world }: Failing,
  servers: readonly Server[],
): Promise<Answers | null> {
  const { law, refused } = lawOf(engine, [...before, rule]);
  const compiled = law.rules.find(({ id }) => id === `${packOf(rule.id)}/${rule.id}`);
  if (refused.size > 0 || !compiled) return null;
  try {
    const one = asked(engine, law, world);
    const { lines, traced } = explained(engine, compiled, one);
    const kernel = onKernel(engine, law.rules, one, new Map([[compiled.id, { lines, traced }]])).get(compiled.id) ?? [];
    const found = new Map<string, readonly Line[]>([
      ['explainer', lines],
      ['kernel', kernel],
    ]);
    for (const { name, client } of servers) {
      const organisation = `small${count++}`;
      await load(client, engine, one, organisation);
      found.set(name, await onDatabase(client, engine, compiled, one, organisation));
    }
    return found;
  } catch {
    return null;
  }
}

const differ = (found: Answers | null): boolean => {
  const [first, ...others] = found?.values() ?? [];
  return first !== undefined && others.some((lines) => !agree(first, lines));
};

/** Makes a disagreement as small as can be and tells it: rule, register, and what each back end says. */
export async function told(
  engine: Engine,
  rule: Rule,
  rules: readonly Rule[],
  texts: readonly RuleText[],
  world: World,
  servers: readonly Server[],
): Promise<string> {
  const chain = chainOf(rule, rules).flatMap(({ id }) =>
    texts.filter((text) => `${packOf(text.id)}/${text.id}` === id),
  );
  const own = chain.at(-1);
  if (!own) throw new Error(`no text of ${rule.id}`);
  const failing = { rule: own, before: chain.slice(0, -1), world };
  const small = await shrink(failing, async (candidate) => differ(await answers(engine, candidate, servers)));
  const found = await answers(engine, small, servers);
  return [
    ...[...small.before, small.rule].map((text) =>
      JSON.stringify({ ...text, title: undefined, examples: undefined }, null, 1),
    ),
    worldText({ ...small.world, facts: new Map([...small.world.facts].filter(([, rows]) => rows.length > 0)) }),
    ...[...(found ?? [])].map(([name, lines]) => `${name}:\n  ${lines.join('\n  ')}`),
  ].join('\n');
}
