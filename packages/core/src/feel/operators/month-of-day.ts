import { partsOf } from '../../calendar/index.ts';
import { dayPart } from './makers/day-part.ts';
import { always } from './makers/signature.ts';

export const monthOfDay = dayPart(
  'month',
  'month',
  (day) => partsOf(day).month,
  always('{0}的月份', 'the month of {0}'),
  [
    { expression: '@"2024-02-29".month', value: '2' },
    { expression: '@"2199-12-31".month', value: '12' },
    { expression: '(@"1900-01-01" - @"P1D").month', value: 'null' },
  ],
);
