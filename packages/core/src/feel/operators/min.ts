import { extreme } from './makers/extreme.ts';
import { byManner } from './makers/signature.ts';

export const min = extreme(
  'min',
  byManner({
    time: { zh: '{0}中最早的', en: 'the earliest of {0}' },
    duration: { zh: '{0}中最短的', en: 'the shortest of {0}' },
    number: { zh: '{0}中最小的', en: 'the least of {0}' },
    text: { zh: '{0}中排在最前的', en: 'the first in order of {0}' },
  }),
  [
    { expression: 'min(2, 1, 3)', value: '1' },
    { expression: 'min([@"2026-03-31", @"2024-02-29"])', value: '"2024-02-29"' },
    { expression: 'min([])', value: 'null' },
    { expression: 'min([2, 2])', value: '2' },
    { expression: 'min(a, 1)', context: { a: null }, value: 'null', note: 'an item that is not known' },
    { expression: 'min("\uFF5E", "\u{1F600}")', value: '"\uFF5E"', note: 'by code point' },
    { expression: 'min([-9007199254740991, 0.5])', value: '-9007199254740991' },
  ],
);
