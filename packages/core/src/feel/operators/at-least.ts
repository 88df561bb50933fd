import { comparison } from './comparison.ts';

export const atLeast = comparison('>=', '>=', { zh: '{0}不早于或不小于{1}', en: '{0} is not before or below {1}' }, [
  { expression: '2 >= 2', value: 'true' },
  { expression: '1.5 >= 2', value: 'false' },
  { expression: '@"2026-03-01" >= a', context: { a: null }, value: 'null' },
]);
