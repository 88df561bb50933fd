import { dayOf } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { always, fixed } from './makers/signature.ts';

const make = (year: number, month: number, day: number): number => dayOf(year, month, day) ?? noDay;

/** `date(year, month, day)`; a day that does not exist is null. */
export const makeDay: ScalarOperator = {
  arity: 'scalar',
  name: 'date',
  words: always('{0}年{1}月{2}日', 'day {2} of month {1} of the year {0}'),
  cases: [
    { expression: 'date(2024, 2, 29)', value: '"2024-02-29"' },
    { expression: 'date(2023, 2, 29)', value: 'null' },
    { expression: 'date(2023, 13, 1)', value: 'null' },
    { expression: 'date(1899, 12, 31)', value: 'null' },
    { expression: 'date(a, 1, 1)', context: { a: null }, value: 'null' },
    { expression: 'date(2100, 2, 29)', value: 'null', note: '2100 is no leap year' },
    { expression: 'date(2199, 12, 31)', value: '"2199-12-31"' },
    { expression: 'date(2024, 0, 1)', value: 'null' },
    { expression: 'date(a, a, a)', context: { a: -9007199254740991 }, value: 'null' },
  ],
  typeOf: fixed(['integer', 'integer', 'integer'], 'day', 'always'),
  evaluate: ([year = null, month = null, day = null]) =>
    year === null || month === null || day === null ? null : dayOf(year as number, month as number, day as number),
  toKernel: ([year, month, day], _, writer) =>
    scalar(`${writer.constant(make)}(${year?.code},${month?.code},${day?.code})`),
  toSql: ([year = '', month = '', day = '']) => `feel_make_day(${year}, ${month}, ${day})`,
};
