import type { WorkingDays } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { type KernelFacts, KernelWriter, shaped, writeKernel } from '../kernel.ts';
import type { Node } from '../tree.ts';
import { isList, type Type } from '../types.ts';
import type { Value } from '../values.ts';
import type { Runner } from './runner.ts';

const noFacts: KernelFacts = {
  column: () => {
    throw new Error('an expression by itself reads no facts');
  },
  exists: () => null,
};

/** Compiles a tree to JavaScript and runs that. */
export function kernelRunner(node: Node, calendar: WorkingDays): Runner {
  const slots = new Map<string, Type>();
  const writer = new KernelWriter((name, type) => {
    slots.set(name, type);
    return shaped(`s${[...slots.keys()].indexOf(name)}`, type);
  });
  const result = writeKernel(node, writer, noFacts);
  const names = [...writer.bindings.keys()];
  const constants = [...writer.bindings.values()].map((binding) => {
    if (binding.what !== 'constant') throw new Error('an expression by itself reads no facts');
    return binding.value;
  });
  const parameters = [...slots.keys()].map((_, index) => `s${index}`);
  const body = `return (${[...parameters, 'calendar'].join(',')}) => {\n${writer.text()}\nreturn ${result.code};\n};`;
  // Names and operators of the writer only: what the expression says reaches it as arguments (DECISIONS 2.7).
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function(...names, body)(...constants) as (...args: unknown[]) => unknown;
  const read = [...slots];
  return (values) =>
    fromKernel(node.type, run(...read.map(([name, type]) => toKernel(type, values[name] ?? null)), calendar));
}

/** A value as generated code holds it. */
function toKernel(type: Type, value: Value): unknown {
  if (isList(type)) return ((value ?? []) as readonly Value[]).map((item) => toKernel(type.list, item));
  switch (type) {
    case 'boolean':
      return value === null ? 2 : value === true ? 1 : 0;
    case 'day':
      return value ?? noDay;
    case 'integer':
    case 'months':
    case 'duration':
    case 'instant':
      return value ?? Number.NaN;
    default:
      return value;
  }
}

/** And back: "not known" of each type becomes null, minus zero zero. */
export function fromKernel(type: Type, raw: unknown): Value {
  if (isList(type)) return (raw as readonly unknown[]).map((item) => fromKernel(type.list, item));
  if (type === 'boolean') return raw === 2 ? null : raw === 1;
  if (typeof raw !== 'number') return raw as Value;
  return Number.isNaN(raw) || (type === 'day' && raw === noDay) ? null : raw + 0;
}
