import { firstInstant, instantInRange, lastInstant } from '../../calendar/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { typeName } from '../types.ts';

/** A point in time moved by a duration in days and hours: a day is 24 hours, whatever the clocks do. */
function instantStep(name: string, symbol: '+' | '-', words: { zh: string; en: string }, cases: ScalarOperator['cases']): ScalarOperator {
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([a = 'null', b = 'null']) =>
      a === 'instant' && b === 'duration' ? { type: 'instant', nullable: 'always' } : `cannot compute ${typeName(a)} ${symbol} ${typeName(b)}`,
    evaluate: ([instant = null, micros = null]) => {
      if (instant === null || micros === null) return null;
      const result = symbol === '+' ? (instant as number) + (micros as number) : (instant as number) - (micros as number);
      return instantInRange(result) ? result : null;
    },
    toKernel: ([instant, micros], _, writer) => {
      const sum = writer.temp(`(${instant?.code})${symbol}(${micros?.code})`);
      return scalar(`(${sum}>=${firstInstant}&&${sum}<=${lastInstant}?${sum}:NaN)`);
    },
    toSql: ([instant = '', micros = '']) => `feel_instant((${instant}) ${symbol} (${micros}))`,
  };
}

export const addToInstant = instantStep('add to instant', '+', { zh: '{0}之后{1}', en: '{1} after {0}' }, [
  { expression: '@"2026-03-01T23:30:00+08:00" + @"PT24H"', value: '"2026-03-02T15:30:00Z"' },
  { expression: 'a + @"PT1H"', context: { a: null, b: { '@': '2026-01-01T00:00:00Z' } }, value: 'null' },
]);

export const subtractFromInstant = instantStep('subtract from instant', '-', { zh: '{0}之前{1}', en: '{1} before {0}' }, [
  { expression: '@"2024-03-01T00:00:00Z" - @"P1D"', value: '"2024-02-29T00:00:00Z"' },
]);
