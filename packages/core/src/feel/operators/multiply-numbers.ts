import { multiplyDecimal } from '../decimal.ts';
import { numberArithmetic } from './makers/number-arithmetic.ts';
import { always } from './makers/signature.ts';

export const multiplyNumbers = numberArithmetic({
  name: 'multiply numbers',
  symbol: '*',
  words: always('{0}乘以{1}', '{0} times {1}'),
  cases: [
    { expression: '3 * 4', value: '12' },
    { expression: '1.5 * 2', value: '3' },
    { expression: '9007199254740991 * 9007199254740991', value: 'null' },
    { expression: '9007199254740991 * -1', value: '-9007199254740991' },
    { expression: '-1 * 0', value: '0' },
    { expression: 'a * 2', context: { a: null }, value: 'null' },
    { expression: '0.1 * 0.1', value: '0.01' },
    {
      expression: '1.111111111111111111 * 1.111111111111111111',
      value: '1.234567901234567900987654320987654',
    },
  ],
  integers: (a, b) => a * b,
  decimals: multiplyDecimal,
});
