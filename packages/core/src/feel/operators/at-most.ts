import { comparison } from './makers/comparison.ts';
import { byManner } from './makers/signature.ts';

export const atMost = comparison(
  '<=',
  byManner({
    time: { zh: '{0}不晚于{1}', en: '{0} is not after {1}' },
    duration: { zh: '{0}不长于{1}', en: '{0} is at most as long as {1}' },
    number: { zh: '{0}不大于{1}', en: '{0} is at most {1}' },
    text: { zh: '{0}不排在{1}之后', en: '{0} does not sort after {1}' },
  }),
  [
    { expression: '2 <= 2', value: 'true' },
    { expression: '@"P1M" <= @"P2M"', value: 'true' },
    { expression: 'null <= 2', value: 'null' },
    { expression: '0.1 + 0.2 <= 0.3', value: 'true', note: 'decimals are exact to 34 digits' },
    { expression: '@"2024-02-29" <= @"2024-02-28"', value: 'false' },
    { expression: '"a" <= ""', value: 'false' },
    { expression: 'a between 1 and 3', context: { a: 3 }, value: 'true' },
    { expression: 'a between 1 and 3', context: { a: null }, value: 'null' },
    { expression: '9007199254740991 <= 9007199254740990', value: 'false' },
  ],
);
