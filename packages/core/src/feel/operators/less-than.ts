import { comparison } from './makers/comparison.ts';
import { byManner } from './makers/signature.ts';

export const lessThan = comparison(
  '<',
  byManner({
    time: { zh: '{0}早于{1}', en: '{0} is before {1}' },
    duration: { zh: '{0}短于{1}', en: '{0} is shorter than {1}' },
    number: { zh: '{0}小于{1}', en: '{0} is less than {1}' },
    text: { zh: '{0}排在{1}之前', en: '{0} sorts before {1}' },
  }),
  [
    { expression: '1 < 2', value: 'true' },
    { expression: '2 < 2', value: 'false' },
    { expression: 'a < 2', context: { a: null }, value: 'null', note: 'an order with null is not known' },
    { expression: '@"2024-02-28" < @"2024-02-29"', value: 'true' },
    { expression: '@"2026-01-01T00:00:00+08:00" < @"2026-01-01T00:00:00Z"', value: 'true' },
    { expression: '"\uFF5E" < "\u{1F600}"', value: 'true', note: 'by code point, not by UTF-16 unit' },
    { expression: '"" < "a"', value: 'true' },
    { expression: '-9007199254740991 < 9007199254740991', value: 'true' },
    { expression: '@"2199-12-31" < @"1900-01-01"', value: 'false' },
  ],
);
