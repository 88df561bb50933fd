import { scalar, truth } from '../kernel.ts';
import type { Case, ScalarOperator } from '../operator.ts';
import type { Type } from '../types.ts';
import { fixed } from './shared.ts';

/** A total function over texts that is null when an argument is; counted in code points, as PostgreSQL does. */
export function textFunction(
  name: string,
  want: readonly Type[],
  type: Type,
  compute: (...args: never[]) => string | number | boolean | null,
  sql: (...args: string[]) => string,
  words: { zh: string; en: string },
  cases: readonly Case[],
): ScalarOperator {
  const loose = compute as (...args: unknown[]) => string | number | boolean | null;
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
    evaluate: (args) => (args.some((arg) => arg === null) ? null : loose(...args)),
    toKernel: (args, _, writer) => {
      const call = `${writer.constant(kernel)}(${args.map((arg) => arg.code).join(',')})`;
      if (type !== 'boolean') return scalar(call);
      const result = writer.temp(call);
      return truth(`(${result}===true)`, `(${result}===false)`);
    },
    toSql: (args) => sql(...args),
  };
}
