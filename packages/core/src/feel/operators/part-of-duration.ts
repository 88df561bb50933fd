import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { typeName } from '../types.ts';

/** A part of a duration as FEEL writes it: truncated towards zero, so that minus one and a half days has -1 days and -12 hours. */
function part(name: string, of: 'months' | 'duration', unit: number, modulo: number, words: { zh: string; en: string }, cases: ScalarOperator['cases']): ScalarOperator {
  const compute = (value: number): number => {
    const whole = Math.trunc(value / unit);
    const exact = whole * unit === value || Math.abs(whole * unit) <= Math.abs(value) ? whole : whole - Math.sign(whole);
    return (modulo ? exact % modulo : exact) + 0;
  };
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([type = 'null']) => (type === of ? { type: 'integer', nullable: 'args' } : `${typeName(type)} has no .${name}`),
    evaluate: ([value = null]) => (value === null ? null : compute(value as number)),
    toKernel: ([value], _, writer) => scalar(`${writer.constant(compute)}(${value?.code})`),
    toSql: ([value = '']) => (modulo ? `(((${value}) / ${unit}) % ${modulo})` : `((${value}) / ${unit})`),
  };
}

export const daysOfDuration = part('days', 'duration', 86_400_000_000, 0, { zh: '{0}的天数', en: 'the days of {0}' }, [
  { expression: '@"P2DT12H".days', value: '2' },
  { expression: '(@"2024-03-01" - @"2024-02-01").days', value: '29' },
  { expression: '@"-PT36H".days', value: '-1' },
]);
export const hoursOfDuration = part('hours', 'duration', 3_600_000_000, 24, { zh: '{0}的小时数', en: 'the hours of {0}' }, [
  { expression: '@"P2DT12H".hours', value: '12' },
  { expression: '@"-PT36H".hours', value: '-12' },
]);
export const yearsOfDuration = part('years', 'months', 12, 0, { zh: '{0}的年数', en: 'the years of {0}' }, [
  { expression: '@"P14M".years', value: '1' },
]);
export const monthsOfDuration = part('months', 'months', 1, 12, { zh: '{0}的月数', en: 'the months of {0}' }, [
  { expression: '@"P14M".months', value: '2' },
  { expression: '@"-P14M".months', value: '-2' },
]);
