import { scalar, truth } from '../../kernel.ts';
import type { Case, ScalarOperator } from '../../operator.ts';
import type { Type } from '../../types.ts';
import { fixed } from './signature.ts';

type Result = string | number | boolean | null;

type Parts = {
  readonly name: string;
  readonly want: readonly Type[];
  readonly type: Type;
  readonly compute: (...args: never[]) => Result;
  /** Each argument stands in it once: nested calls stay as long as they were written. */
  readonly sql: (...args: string[]) => string;
  readonly words: ScalarOperator['words'];
  readonly cases: readonly Case[];
};

/** A total function over texts that is null when an argument is; counted in code points, as PostgreSQL does. */
export function textFunction({ name, want, type, compute, sql, words, cases }: Parts): ScalarOperator {
  const loose = compute as (...args: unknown[]) => Result;
  // In generated code a whole number that is not known is NaN, a text null.
  const kernel = (...args: unknown[]): unknown => {
    const value = args.some((arg) => arg === null || Number.isNaN(arg)) ? null : loose(...args);
    return value === null && type === 'integer' ? Number.NaN : value;
  };
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: fixed(want, type, type === 'boolean' || type === 'integer' ? 'args' : 'always'),
    evaluate: (args) => (args.includes(null) ? null : loose(...args)),
    toKernel: (args, _, writer) => {
      const call = `${writer.constant(kernel)}(${args.map((arg) => arg.code).join(',')})`;
      if (type !== 'boolean') return scalar(call);
      const result = writer.temp(call);
      return truth(`(${result}===true)`, `(${result}===false)`);
    },
    toSql: (args) => sql(...args),
  };
}

/** Code points, not UTF-16 units. */
export const pointsOf = (text: string): string[] => Array.from(text);
