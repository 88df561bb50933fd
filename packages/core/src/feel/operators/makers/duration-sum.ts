import type { Case, ScalarOperator } from '../../operator.ts';
import { typeName } from '../../types.ts';
import { integerCode, integerOrNull } from './guards.ts';
import { cannotCompute } from './reasons.ts';

/** Sum and difference of two durations of one kind; the two kinds never mix. */
export function durationSum(
  name: string,
  symbol: '+' | '-',
  words: ScalarOperator['words'],
  cases: readonly Case[],
): ScalarOperator {
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([a = 'null', b = 'null']) => {
      const type = a === 'null' ? b : a;
      const other = b === 'null' ? a : b;
      if (type === other && (type === 'months' || type === 'duration')) {
        return { type, nullable: 'always', want: [type, type] };
      }
      const both = [type, other].every((given) => given === 'months' || given === 'duration');
      if (!both) return cannotCompute(a, symbol, b);
      const [left, right] = [typeName(a), typeName(b)];
      return {
        zh: `不能计算${left.zh} ${symbol} ${right.zh}：按月计和按日计是两类时长，不能相加减，请先后加到日期上。`,
        en: `cannot compute ${left.en} ${symbol} ${right.en}; a duration in months and one in days are two kinds`,
      };
    },
    evaluate: ([a = null, b = null]) => {
      if (a === null || b === null) return null;
      return integerOrNull(symbol === '+' ? (a as number) + (b as number) : (a as number) - (b as number));
    },
    toKernel: ([a, b], _, writer) => integerCode(`(${a?.code})${symbol}(${b?.code})`, writer),
    toSql: ([a = '', b = '']) => `feel_integer((${a})::numeric ${symbol} (${b})::numeric)`,
  };
}
