import { firstDay, formatDay, lastDay, microsPerDay, parseDay } from '../../packages/core/src/calendar/index.ts';
import {
  allOperators,
  isList,
  type Node,
  type Trace,
  type Type,
  type Value,
  walk,
} from '../../packages/core/src/feel/index.ts';
import { type Leaning, leanings } from './pools.ts';

type Seen = { readonly type: Type; readonly value: Value };

/** Every operator, and the three forms that go over a list. */
export const rows: readonly string[] = [...allOperators.map(({ name }) => name), 'some', 'every', 'filter'];

/** How often each operator was given each kind of hard value; a kind its arguments can never show is not counted. */
export class Coverage {
  readonly #counts = new Map<string, Map<Leaning, number>>();
  readonly #possible = new Map<string, Set<Leaning>>();

  constructor() {
    for (const name of rows) {
      this.#counts.set(name, new Map());
      this.#possible.set(name, new Set());
    }
  }

  add(root: Node, trace: Trace): void {
    walk(root, (node) => {
      const named = partsOf(node);
      // A short-cut of the evaluator may have left a part without a value.
      if (!named?.parts.every((part) => trace.has(part) || part.form === 'literal')) return;
      const { name, parts } = named;
      const seen = [...parts, node].map((part): Seen => ({ type: part.type, value: trace.get(part) ?? null }));
      for (const leaning of leanings) {
        if (possible(leaning, seen)) this.#possible.get(name)?.add(leaning);
        if (!shows(leaning, seen)) continue;
        const counts = this.#counts.get(name);
        counts?.set(leaning, (counts.get(leaning) ?? 0) + 1);
      }
    });
  }

  count(operator: string, leaning: Leaning): number | null {
    if (!this.#possible.get(operator)?.has(leaning)) return null;
    return this.#counts.get(operator)?.get(leaning) ?? 0;
  }

  table(): string {
    const cell = (text: string | number): string => String(text).padStart(13);
    const head = `${'operator'.padEnd(28)}${leanings.map(cell).join('')}`;
    const lines = rows.map(
      (name) => name.padEnd(28) + leanings.map((leaning) => cell(this.count(name, leaning) ?? 'n/a')).join(''),
    );
    return [head, ...lines].join('\n');
  }
}

function partsOf(node: Node): { readonly name: string; readonly parts: readonly Node[] } | undefined {
  switch (node.form) {
    case 'call':
      return { name: node.operator.name, parts: node.args };
    case 'aggregate':
      return { name: node.operator.name, parts: [node.list, ...node.rest] };
    case 'quantified':
      return { name: node.some ? 'some' : 'every', parts: [node.list] };
    case 'filter':
      return { name: 'filter', parts: [node.list] };
    default:
      return undefined;
  }
}

const elementOf = (type: Type): Type => (isList(type) ? type.list : type);
const isTime = (type: Type): boolean => type === 'day' || type === 'instant';

function possible(leaning: Leaning, seen: readonly Seen[]): boolean {
  const types = seen.slice(0, -1).map(({ type }) => type);
  if (leaning === 'null') return true;
  if (leaning === 'duplicate') return types.some(isList) || hasTwice(types);
  if (leaning === 'empty') return types.some((type) => type === 'string' || isList(type));
  return seen.some(({ type }) => isTime(elementOf(type)));
}

function shows(leaning: Leaning, seen: readonly Seen[]): boolean {
  const given = seen.slice(0, -1);
  if (leaning === 'null') return itemsOf(given).some(({ value }) => value === null);
  if (leaning === 'empty')
    return given.some(({ value }) => (Array.isArray(value) && value.length === 0) || value === '');
  if (leaning === 'duplicate')
    return hasTwice(given) || given.some(({ value }) => Array.isArray(value) && hasTwice(value));
  return itemsOf(seen).some(
    ({ type, value }) => isTime(type) && value !== null && isDay(leaning, dayOf(type, value as number)),
  );
}

const itemsOf = (seen: readonly Seen[]): Seen[] =>
  seen.flatMap(({ type, value }) =>
    isList(type) && Array.isArray(value)
      ? value.map((item: Value) => ({ type: type.list, value: item }))
      : [{ type, value }],
  );

const dayOf = (type: Type, value: number): number => (type === 'instant' ? Math.floor(value / microsPerDay) : value);

function isDay(leaning: Leaning, day: number): boolean {
  if (leaning === 'boundary day') return day <= firstDay + 1 || day >= lastDay - 1;
  if (leaning === '29 February') return formatDay(day).endsWith('-02-29');
  return day === lastDay || formatDay(day + 1).endsWith('-01') || parseDay(formatDay(day + 1)) === null;
}

const keyOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));

const hasTwice = (values: readonly unknown[]): boolean => new Set(values.map(keyOf)).size < values.length;
