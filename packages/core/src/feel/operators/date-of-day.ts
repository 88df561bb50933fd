import { partsOf } from '../../calendar/index.ts';
import { dayPart } from './makers/day-part.ts';
import { always } from './makers/signature.ts';

export const dateOfDay = dayPart(
  'day',
  'day',
  (day) => partsOf(day).day,
  always('{0}是当月的第几天', 'the day of the month of {0}'),
  [
    { expression: '@"2024-02-29".day', value: '29' },
    { expression: '@"2100-02-28".day', value: '28' },
    { expression: '(@"2024-01-31" + @"P1M").day', value: '29' },
    { expression: '(@"1900-01-01" - @"P1D").day', value: 'null' },
  ],
);
