import { durationSum } from './makers/duration-sum.ts';
import { always } from './makers/signature.ts';

export const addDurations = durationSum('add durations', '+', always('{0}加{1}', '{0} plus {1}'), [
  { expression: '@"P1M" + @"P1Y"', value: '"P1Y1M"' },
  { expression: '@"P1D" + @"PT1H"', value: '"P1DT1H"' },
  { expression: '@"P1D" + a', context: { a: null }, value: 'null' },
  { expression: '@"P1D" + @"-P1D"', value: '"PT0S"' },
  { expression: '@"P104249D" + @"P1D"', value: 'null', note: 'longer than 2^53 - 1 microseconds' },
]);
