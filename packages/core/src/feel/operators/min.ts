import { extreme } from './extreme.ts';

export const min = extreme('min', { zh: '{0}中最早或最小的', en: 'the earliest or least of {0}' }, [
  { expression: 'min(2, 1, 3)', value: '1' },
  { expression: 'min([@"2026-03-31", @"2024-02-29"])', value: '"2024-02-29"' },
  { expression: 'min([])', value: 'null' },
  { expression: 'min(a, 1)', context: { a: null }, value: 'null' },
]);
