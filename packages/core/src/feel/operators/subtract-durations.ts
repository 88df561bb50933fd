import { durationSum } from './makers/duration-sum.ts';
import { always } from './makers/signature.ts';

export const subtractDurations = durationSum('subtract durations', '-', always('{0}减{1}', '{0} minus {1}'), [
  { expression: '@"P1M" - @"P1Y"', value: '"-P11M"' },
  { expression: '@"P1D" - @"PT1H"', value: '"PT23H"' },
  { expression: 'a - @"P1M"', context: { a: null }, value: 'null' },
  { expression: '@"-P104249D" - @"P1D"', value: 'null' },
]);
