import { multiplyDecimal } from '../decimal.ts';
import { numberArithmetic } from './number-arithmetic.ts';

export const multiplyNumbers = numberArithmetic({
  name: 'multiply numbers',
  symbol: '*',
  words: { zh: '{0}乘以{1}', en: '{0} times {1}' },
  cases: [
    { expression: '3 * 4', value: '12' },
    { expression: '1.5 * 2', value: '3' },
    { expression: '9007199254740991 * 9007199254740991', value: 'null' },
    { expression: '0.1 * 0.1', value: '0.01' },
  ],
  integers: (a, b) => a * b,
  decimals: multiplyDecimal,
});
