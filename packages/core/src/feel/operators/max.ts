import { extreme } from './extreme.ts';

export const max = extreme('max', { zh: '{0}中最晚或最大的', en: 'the latest or greatest of {0}' }, [
  { expression: 'max(2, 1, 3)', value: '3' },
  { expression: 'max("a", "b")', value: '"b"' },
  { expression: 'max([1, null])', value: 'null' },
  { expression: 'max(1, 2.5)', value: '2.5' },
]);
