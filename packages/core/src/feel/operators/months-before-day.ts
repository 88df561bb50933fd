import { monthStep } from './makers/month-step.ts';
import { always } from './makers/signature.ts';

export const monthsBeforeDay = monthStep('months before day', '-', always('{0}之前{1}', '{1} before {0}'), [
  { expression: '@"2024-03-31" - @"P1M"', value: '"2024-02-29"' },
  { expression: '@"2024-01-15" - @"P1Y"', value: '"2023-01-15"' },
  { expression: '@"2024-02-29" - @"P1Y"', value: '"2023-02-28"' },
  { expression: '@"1900-01-31" - @"P1M"', value: 'null', note: 'the calendar begins with 1900' },
  { expression: 'a - @"P1M"', context: { a: null }, value: 'null' },
]);
