import { weekdayOf } from '../../calendar/index.ts';
import { dayPart } from './makers/day-part.ts';
import { always } from './makers/signature.ts';

export const weekdayOfDay = dayPart(
  'weekday',
  'isodow',
  weekdayOf,
  always('{0}是一周的第几天', 'the day of the week of {0}'),
  [
    { expression: '@"2026-11-23".weekday', value: '1', note: '1 is Monday, 7 Sunday' },
    { expression: '@"2026-11-22".weekday', value: '7' },
    { expression: '@"2024-02-29".weekday', value: '4' },
    { expression: '@"1900-01-01".weekday', value: '1' },
    { expression: '(@"1900-01-01" - @"P1D").weekday', value: 'null' },
  ],
);
