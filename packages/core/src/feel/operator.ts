import type { WorkingDays } from '../calendar/index.ts';
import type { KernelList, KernelValue, KernelWriter } from './kernel.ts';
import type { SqlList, SqlWriter } from './sql.ts';
import type { Type } from './types.ts';
import type { Value } from './values.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** What an operator gives back. `nullable`: `args` when null only if an argument is. */
export type Result = { readonly type: Type; readonly nullable: 'never' | 'args' | 'always' };

/** One line of docs/feel.md: run on every back end. `value` is JSON text. */
export type Case = {
  /** Why the answer is what it is, where that is not plain. */
  readonly note?: string;
  readonly expression: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly value: string;
};

/** What an operator may know besides its arguments. */
export type Surroundings = { readonly calendar: WorkingDays };

type Shared = {
  readonly name: string;
  /**
   * How the operator is said of arguments of these types (of a list: the type of its items first). `{0}`, `{1}` are the arguments,
   * `{1…}` those from 1 on, listed, `{…;and}` all of them joined by that word. Never a symbol: the explanation has none.
   */
  readonly words: (types: readonly Type[]) => Words;
  readonly cases: readonly Case[];
};

/**
 * One operator: type rule, three back ends, its words and its cases stand together, so that none can be forgotten. Every back end is
 * total: no input raises an error, and null comes out exactly where `evaluate` says so.
 */
export type ScalarOperator = Shared & {
  readonly arity: 'scalar';
  /** The result for these argument types, or a sentence that says what is wrong and what to do. `want` gives the types arguments are widened to. */
  readonly typeOf: (types: readonly Type[]) => (Result & { readonly want?: readonly Type[] }) | Words;
  readonly evaluate: (args: readonly Value[], types: readonly Type[], around: Surroundings) => Value;
  readonly toKernel: (args: readonly KernelValue[], types: readonly Type[], writer: KernelWriter) => KernelValue;
  readonly toSql: (args: readonly string[], types: readonly Type[], writer: SqlWriter) => string;
};

/** An operator over a list, such as `count`: the kernel gives it a loop, SQL a row source. */
export type ListOperator = Shared & {
  readonly arity: 'list';
  readonly typeOf: (element: Type, rest: readonly Type[]) => (Result & { readonly want?: readonly Type[] }) | Words;
  readonly evaluate: (items: readonly Value[], rest: readonly Value[], element: Type) => Value;
  readonly toKernel: (
    list: KernelList,
    rest: readonly KernelValue[],
    element: Type,
    writer: KernelWriter,
  ) => KernelValue;
  readonly toSql: (list: SqlList, rest: readonly string[], element: Type, writer: SqlWriter) => string;
};

export type Operator = ScalarOperator | ListOperator;
