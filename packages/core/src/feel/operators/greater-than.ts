import { comparison } from './comparison.ts';

export const greaterThan = comparison('>', '>', { zh: '{0}晚于或大于{1}', en: '{0} is after or above {1}' }, [
  { expression: '3 > 2', value: 'true' },
  { expression: '2 > 2', value: 'false' },
  { expression: '@"PT25H" > @"P1D"', value: 'true' },
  { expression: '2 > null', value: 'null' },
]);
