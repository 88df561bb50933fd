import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { type Type, typeName } from '../types.ts';
import { integerCode, integerOrNull } from './shared.ts';

/** Sum and difference of two durations of one kind; the two kinds never mix. */
function durations(name: string, symbol: '+' | '-', words: { zh: string; en: string }, cases: ScalarOperator['cases']): ScalarOperator {
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([a = 'null', b = 'null']) => {
      const type = a === 'null' ? b : a;
      const other = b === 'null' ? a : b;
      if (type === other && (type === 'months' || type === 'duration')) return { type, nullable: 'always', want: [type, type] };
      return `cannot compute ${typeName(a)} ${symbol} ${typeName(b)}; durations of months and of days are two kinds`;
    },
    evaluate: ([a = null, b = null]) =>
      a === null || b === null ? null : integerOrNull(symbol === '+' ? (a as number) + (b as number) : (a as number) - (b as number)),
    toKernel: ([a, b], _, writer) => integerCode(`(${a?.code})${symbol}(${b?.code})`, writer),
    toSql: ([a = '', b = '']) => `feel_integer((${a})::numeric ${symbol} (${b})::numeric)`,
  };
}

export const addDurations = durations('add durations', '+', { zh: '{0}加{1}', en: '{0} plus {1}' }, [
  { expression: '@"P1M" + @"P1Y"', value: '"P1Y1M"' },
  { expression: '@"P1D" + @"PT1H"', value: '"P1DT1H"' },
  { expression: '@"P1D" + a', context: { a: null }, value: 'null' },
]);

export const subtractDurations = durations('subtract durations', '-', { zh: '{0}减{1}', en: '{0} minus {1}' }, [
  { expression: '@"P1M" - @"P1Y"', value: '"-P11M"' },
  { expression: '@"P1D" - @"PT1H"', value: '"PT23H"' },
]);

/** A duration so many times over. */
export const scaleDuration: ScalarOperator = {
  arity: 'scalar',
  name: 'scale duration',
  words: { zh: '{0}乘以{1}', en: '{0} times {1}' },
  cases: [
    { expression: '@"P1M" * 3', value: '"P3M"' },
    { expression: '2 * @"PT12H"', value: '"P1D"' },
    { expression: '@"P1D" * a', context: { a: null }, value: 'null' },
  ],
  typeOf: ([a = 'null', b = 'null']) => {
    const isDuration = (type: Type) => type === 'months' || type === 'duration';
    if (isDuration(a) && (b === 'integer' || b === 'null')) return { type: a, nullable: 'always', want: [a, 'integer'] };
    if (isDuration(b) && (a === 'integer' || a === 'null')) return { type: b, nullable: 'always', want: ['integer', b] };
    return `cannot compute ${typeName(a)} * ${typeName(b)}`;
  },
  evaluate: ([a = null, b = null]) => (a === null || b === null ? null : integerOrNull((a as number) * (b as number))),
  toKernel: ([a, b], _, writer) => scalar(integerCode(`(${a?.code})*(${b?.code})`, writer).code),
  toSql: ([a = '', b = '']) => `feel_integer((${a})::numeric * (${b})::numeric)`,
};
