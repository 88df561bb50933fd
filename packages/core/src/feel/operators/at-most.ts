import { comparison } from './comparison.ts';

export const atMost = comparison('<=', '<=', { zh: '{0}不晚于或不大于{1}', en: '{0} is not after or above {1}' }, [
  { expression: '2 <= 2', value: 'true' },
  { expression: '@"P1M" <= @"P2M"', value: 'true' },
  { expression: 'null <= 2', value: 'null' },
  { expression: '0.1 + 0.2 <= 0.3', value: 'true' },
]);
