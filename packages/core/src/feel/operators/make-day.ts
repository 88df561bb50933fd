import { dayOf } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { fixed } from './shared.ts';

const make = (year: number, month: number, day: number): number => dayOf(year, month, day) ?? noDay;

/** `date(year, month, day)`; a day that does not exist is null. */
export const makeDay: ScalarOperator = {
  arity: 'scalar',
  name: 'date',
  words: { zh: '{0}年{1}月{2}日', en: 'the day {0}-{1}-{2}' },
  cases: [
    { expression: 'date(2024, 2, 29)', value: '"2024-02-29"' },
    { expression: 'date(2023, 2, 29)', value: 'null' },
    { expression: 'date(2023, 13, 1)', value: 'null' },
    { expression: 'date(1899, 12, 31)', value: 'null' },
    { expression: 'date(a, 1, 1)', context: { a: null }, value: 'null' },
  ],
  typeOf: fixed(['integer', 'integer', 'integer'], 'day', 'always'),
  evaluate: ([year = null, month = null, day = null]) =>
    year === null || month === null || day === null ? null : dayOf(year as number, month as number, day as number),
  toKernel: ([year, month, day], _, writer) => scalar(`${writer.constant(make)}(${year?.code},${month?.code},${day?.code})`),
  toSql: ([year = '', month = '', day = '']) => `feel_make_day(${year}, ${month}, ${day})`,
};
