import { partsOf } from '../../calendar/index.ts';
import { dayPart } from './makers/day-part.ts';
import { always } from './makers/signature.ts';

export const yearOfDay = dayPart('year', 'year', (day) => partsOf(day).year, always('{0}的年份', 'the year of {0}'), [
  { expression: '@"2024-02-29".year', value: '2024' },
  { expression: 'a.year', context: { a: { '@': '2025-12-31' } }, value: '2025' },
  { expression: '@"1900-01-01".year', value: '1900' },
  { expression: '(@"2199-12-31" + @"P1D").year', value: 'null' },
]);
