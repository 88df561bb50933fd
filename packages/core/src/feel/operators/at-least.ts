import { comparison } from './makers/comparison.ts';
import { byManner } from './makers/signature.ts';

export const atLeast = comparison(
  '>=',
  byManner({
    time: { zh: '{0}不早于{1}', en: '{0} is not before {1}' },
    duration: { zh: '{0}不短于{1}', en: '{0} is at least as long as {1}' },
    number: { zh: '{0}不小于{1}', en: '{0} is at least {1}' },
    text: { zh: '{0}不排在{1}之前', en: '{0} does not sort before {1}' },
  }),
  [
    { expression: '2 >= 2', value: 'true' },
    { expression: '1.5 >= 2', value: 'false' },
    { expression: '@"2026-03-01" >= a', context: { a: null }, value: 'null' },
    { expression: '@"2024-02-29" >= @"2024-02-29"', value: 'true' },
    { expression: 'a in [1..3]', context: { a: 1 }, value: 'true' },
    { expression: 'a in [1..3]', context: { a: null }, value: 'null' },
    { expression: '-9007199254740991 >= -9007199254740990', value: 'false' },
  ],
);
