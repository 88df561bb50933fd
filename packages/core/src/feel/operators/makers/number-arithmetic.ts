import type { Decimal } from '../../decimal.ts';
import { scalar } from '../../kernel.ts';
import type { Case, ScalarOperator } from '../../operator.ts';
import { isNumber, meet } from '../../types.ts';
import { integerCode, integerOrNull } from './guards.ts';
import { cannotCompute } from './reasons.ts';

type Parts = {
  readonly name: string;
  readonly symbol: '+' | '-' | '*';
  readonly words: ScalarOperator['words'];
  readonly cases: readonly Case[];
  readonly integers: (a: number, b: number) => number;
  readonly decimals: (a: Decimal, b: Decimal) => Decimal | null;
};

/** `+`, `-` and `*` of numbers: whole numbers stay whole and are null outside ±(2^53 - 1); anything else is decimal. */
export function numberArithmetic({ name, symbol, words, cases, integers, decimals }: Parts): ScalarOperator {
  const orNull = (a: Decimal | null, b: Decimal | null): Decimal | null =>
    a === null || b === null ? null : decimals(a, b);
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: (types) => {
      const [a = 'null', b = 'null'] = types;
      const type = a === 'null' && b === 'null' ? 'integer' : meet(a, b);
      if (types.length !== 2 || type === undefined || !isNumber(type)) {
        return cannotCompute(a, symbol, b);
      }
      return { type, nullable: 'always', want: [type, type] };
    },
    evaluate: ([a = null, b = null], [type]) => {
      if (a === null || b === null) return null;
      return type === 'integer'
        ? integerOrNull(integers(a as number, b as number))
        : decimals(a as Decimal, b as Decimal);
    },
    toKernel: ([a, b], [type], writer) =>
      type === 'integer'
        ? integerCode(`(${a?.code})${symbol}(${b?.code})`, writer)
        : scalar(`${writer.constant(orNull)}(${a?.code},${b?.code})`),
    toSql: ([a = '', b = ''], [type]) =>
      type === 'integer'
        ? `feel_integer((${a})::numeric ${symbol} (${b})::numeric)`
        : `feel_decimal((${a}) ${symbol} (${b}))`,
  };
}
