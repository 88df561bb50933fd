import { comparison } from './comparison.ts';

export const lessThan = comparison('<', '<', { zh: '{0}早于或小于{1}', en: '{0} is before or below {1}' }, [
  { expression: '1 < 2', value: 'true' },
  { expression: '2 < 2', value: 'false' },
  { expression: 'a < 2', context: { a: null }, value: 'null' },
  { expression: '@"2024-02-28" < @"2024-02-29"', value: 'true' },
  { expression: '"\uFF5E" < "\u{1F600}"', value: 'true' },
]);
