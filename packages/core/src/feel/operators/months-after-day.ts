import { monthStep } from './makers/month-step.ts';
import { always } from './makers/signature.ts';

export const monthsAfterDay = monthStep('months after day', '+', always('{0}之后{1}', '{1} after {0}'), [
  { expression: '@"2024-01-31" + @"P1M"', value: '"2024-02-29"', note: 'clamped to the last day of the month' },
  { expression: '@"2023-01-31" + @"P1M"', value: '"2023-02-28"' },
  { expression: '@"2024-02-29" + @"P12M"', value: '"2025-02-28"' },
  { expression: '@"2024-02-29" + @"P48M"', value: '"2028-02-29"' },
  { expression: '@"P1Y" + @"2024-02-29"', value: '"2025-02-28"' },
  { expression: '@"2199-12-31" + @"P1M"', value: 'null', note: 'the calendar ends with 2199' },
  { expression: '@"2026-08-31" + @"-P6M"', value: '"2026-02-28"' },
  { expression: 'a + @"P1M"', context: { a: null }, value: 'null' },
]);
