import { addMonths } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { typeName } from '../types.ts';

/** For generated code: "not known" in, "not known" out. */
export function stepMonths(day: number, months: number): number {
  // eslint-disable-next-line no-self-compare -- NaN is "not known"
  if (day === noDay || months !== months) return noDay;
  return addMonths(day, months) ?? noDay;
}

function monthStep(name: string, symbol: '+' | '-', words: { zh: string; en: string }, cases: ScalarOperator['cases']): ScalarOperator {
  const sign = symbol === '+' ? '' : '0-';
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([a = 'null', b = 'null']) =>
      a === 'day' && b === 'months' ? { type: 'day', nullable: 'always' } : `cannot compute ${typeName(a)} ${symbol} ${typeName(b)}`,
    evaluate: ([day = null, months = null]) =>
      day === null || months === null ? null : addMonths(day as number, symbol === '+' ? (months as number) : -(months as number)),
    toKernel: ([day, months], _, writer) => scalar(`${writer.constant(stepMonths)}(${day?.code},${sign}(${months?.code}))`),
    toSql: ([day = '', months = '']) => `feel_add_months(${day}, ${symbol === '+' ? '' : '-'}(${months}))`,
  };
}

/** A day some months on: the same day number, clamped to the month's last day. */
export const monthsAfterDay = monthStep('months after day', '+', { zh: '{0}之后{1}', en: '{1} after {0}' }, [
  { expression: '@"2024-01-31" + @"P1M"', value: '"2024-02-29"' },
  { expression: '@"2023-01-31" + @"P1M"', value: '"2023-02-28"' },
  { expression: '@"2024-02-29" + @"P12M"', value: '"2025-02-28"' },
  { expression: '@"P1Y" + @"2024-02-29"', value: '"2025-02-28"' },
  { expression: '@"2199-12-31" + @"P1M"', value: 'null' },
  { expression: 'a + @"P1M"', context: { a: null }, value: 'null' },
]);

export const monthsBeforeDay = monthStep('months before day', '-', { zh: '{0}之前{1}', en: '{1} before {0}' }, [
  { expression: '@"2024-03-31" - @"P1M"', value: '"2024-02-29"' },
  { expression: '@"2024-01-15" - @"P1Y"', value: '"2023-01-15"' },
  { expression: '@"1900-01-31" - @"P1M"', value: 'null' },
]);
