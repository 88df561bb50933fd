import { comparison } from './makers/comparison.ts';
import { byManner } from './makers/signature.ts';

export const greaterThan = comparison(
  '>',
  byManner({
    time: { zh: '{0}晚于{1}', en: '{0} is after {1}' },
    duration: { zh: '{0}长于{1}', en: '{0} is longer than {1}' },
    number: { zh: '{0}大于{1}', en: '{0} is more than {1}' },
    text: { zh: '{0}排在{1}之后', en: '{0} sorts after {1}' },
  }),
  [
    { expression: '3 > 2', value: 'true' },
    { expression: '2 > 2', value: 'false' },
    { expression: '@"PT25H" > @"P1D"', value: 'true' },
    { expression: '2 > null', value: 'null' },
    { expression: '@"2024-03-01" > @"2024-02-29"', value: 'true' },
    { expression: 'a in (@"2024-02-28"..@"2024-02-29"]', context: { a: { '@': '2024-02-28' } }, value: 'false' },
    { expression: 'a in (> 2, < 0)', context: { a: -1 }, value: 'true' },
    { expression: '1.5 > 1', value: 'true' },
  ],
);
