import { firstInstant, instantInRange, lastInstant } from '../../../calendar/index.ts';
import { scalar } from '../../kernel.ts';
import type { Case, ScalarOperator } from '../../operator.ts';
import { cannotCompute } from './reasons.ts';

/** A point in time moved by a duration in days and hours: a day is 24 hours, whatever the clocks do. */
export function instantStep(
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
    typeOf: ([a = 'null', b = 'null']) =>
      a === 'instant' && b === 'duration' ? { type: 'instant', nullable: 'always' } : cannotCompute(a, symbol, b),
    evaluate: ([instant = null, micros = null]) => {
      if (instant === null || micros === null) return null;
      const result = (instant as number) + (symbol === '+' ? (micros as number) : -(micros as number));
      return instantInRange(result) ? result : null;
    },
    toKernel: ([instant, micros], _, writer) => {
      const moved = writer.temp(`(${instant?.code})${symbol}(${micros?.code})`);
      return scalar(`(${moved}>=${firstInstant}&&${moved}<=${lastInstant}?${moved}:NaN)`);
    },
    toSql: ([instant = '', micros = '']) => `feel_instant((${instant}) ${symbol} (${micros}))`,
  };
}
