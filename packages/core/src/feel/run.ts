import type { WorkingDays } from '../calendar/index.ts';
import { parseExpression } from './parse.ts';
import type { FeelContext } from './run/context.ts';
import { explainRunner } from './run/explain.ts';
import { kernelRunner } from './run/kernel.ts';
import type { Runner } from './run/runner.ts';
import type { Node } from './tree.ts';
import { isList, type Type } from './types.ts';
import { formatValue, type Value } from './values.ts';

export { contextOf, type FeelContext, readContext } from './run/context.ts';
export { parseExactJson, TwiceNamed, WrittenNumber } from './run/exact-json.ts';
export { explainRunner } from './run/explain.ts';
export { kernelRunner } from './run/kernel.ts';
export type { Runner } from './run/runner.ts';
export { readSqlValue, SqlBatch, type SqlQuestion, type SqlText, sqlStatement } from './run/sql.ts';

export type Answer = { readonly type: Type; readonly value: Value };

export type MemoryEngine = 'kernel' | 'explain';

const runners: Readonly<Record<MemoryEngine, (node: Node, calendar: WorkingDays) => Runner>> = {
  kernel: kernelRunner,
  explain: explainRunner,
};

/** Evaluates one expression by itself in memory. Throws a `Refusal` for what is outside the subset, whatever the engine. */
export function run(text: string, context: FeelContext, calendar: WorkingDays, engine: MemoryEngine): Answer {
  const node = parseExpression(text, context.scope);
  return { type: node.type, value: runners[engine](node, calendar)(context.values) };
}

/** Remembers trees and compiled code of expressions met before under names of the same types. */
export class FeelSession {
  readonly #calendar: WorkingDays;
  readonly #trees = new Map<string, Node>();
  readonly #runners = new Map<string, Runner>();

  constructor(calendar: WorkingDays) {
    this.#calendar = calendar;
  }

  tree(text: string, context: FeelContext): Node {
    return remembered(this.#trees, `${context.signature} ${text}`, () => parseExpression(text, context.scope));
  }

  run(text: string, context: FeelContext, engine: MemoryEngine): Answer {
    const node = this.tree(text, context);
    const key = `${engine} ${context.signature} ${text}`;
    const runner = remembered(this.#runners, key, () => runners[engine](node, this.#calendar));
    return { type: node.type, value: runner(context.values) };
  }
}

/** So many entries are kept that memory stays bounded over a batch of any length. */
const kept = 2000;

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let entry = known.get(key);
  if (entry === undefined) {
    entry = make();
    if (known.size >= kept) known.clear();
    known.set(key, entry);
  }
  return entry;
}

/** The value as a person reads it: texts, days, times and durations plain, lists as JSON. */
export function plainText({ type, value }: Answer): string {
  const json = formatValue(type, value);
  return value === null || isList(type) || !json.startsWith('"') ? json : (JSON.parse(json) as string);
}
