import { partsOf, weekdayOf } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { typeName } from '../types.ts';

function part(name: string, compute: (day: number) => number, field: string, words: { zh: string; en: string }, cases: ScalarOperator['cases']): ScalarOperator {
  const orNaN = (day: number): number => (day === noDay ? Number.NaN : compute(day));
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([type = 'null']) => (type === 'day' ? { type: 'integer', nullable: 'args' } : `${typeName(type)} has no .${name}`),
    evaluate: ([day = null]) => (day === null ? null : compute(day as number)),
    toKernel: ([day], _, writer) => scalar(`${writer.constant(orNaN)}(${day?.code})`),
    toSql: ([day = '']) => `(extract(${field} FROM ${day})::bigint)`,
  };
}

export const yearOfDay = part('year', (day) => partsOf(day).year, 'year', { zh: '{0}的年份', en: 'the year of {0}' }, [
  { expression: '@"2024-02-29".year', value: '2024' },
  { expression: 'a.year', context: { a: { '@': '2025-12-31' } }, value: '2025' },
]);
export const monthOfDay = part('month', (day) => partsOf(day).month, 'month', { zh: '{0}的月份', en: 'the month of {0}' }, [
  { expression: '@"2024-02-29".month', value: '2' },
]);
export const dateOfDay = part('day', (day) => partsOf(day).day, 'day', { zh: '{0}的日', en: 'the day of the month of {0}' }, [
  { expression: '@"2024-02-29".day', value: '29' },
]);
export const weekdayOfDay = part('weekday', weekdayOf, 'isodow', { zh: '{0}是星期几', en: 'the weekday of {0}' }, [
  { expression: '@"2026-11-23".weekday', value: '1' },
  { expression: '@"2026-11-22".weekday', value: '7' },
]);
