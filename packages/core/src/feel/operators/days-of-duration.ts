import { durationPart } from './makers/duration-part.ts';
import { always } from './makers/signature.ts';

export const daysOfDuration = durationPart({
  name: 'days',
  of: 'duration',
  unit: 86_400_000_000,
  modulo: 0,
  words: always('{0}的天数', 'the days of {0}'),
  cases: [
    { expression: '@"P2DT12H".days', value: '2' },
    { expression: '(@"2024-03-01" - @"2024-02-01").days', value: '29' },
    { expression: '@"-PT36H".days', value: '-1', note: 'towards zero' },
    { expression: '@"PT0S".days', value: '0' },
    {
      expression: '(@"2199-12-31" - @"1900-01-01").days',
      value: 'null',
      note: 'more than 2^53 - 1 microseconds apart',
    },
  ],
});
