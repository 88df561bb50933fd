import { extreme } from './makers/extreme.ts';
import { byManner } from './makers/signature.ts';

export const max = extreme(
  'max',
  byManner({
    time: { zh: '{0}中最晚的', en: 'the latest of {0}' },
    duration: { zh: '{0}中最长的', en: 'the longest of {0}' },
    number: { zh: '{0}中最大的', en: 'the greatest of {0}' },
    text: { zh: '{0}中排在最后的', en: 'the last in order of {0}' },
  }),
  [
    { expression: 'max(2, 1, 3)', value: '3' },
    { expression: 'max("a", "b")', value: '"b"' },
    { expression: 'max([1, null])', value: 'null' },
    { expression: 'max([])', value: 'null' },
    { expression: 'max(1, 2.5)', value: '2.5' },
    { expression: 'max([@"P1D", @"PT25H", @"PT25H"])', value: '"P1DT1H"' },
    { expression: 'max([@"2024-02-29", @"2199-12-31"])', value: '"2199-12-31"' },
  ],
);
