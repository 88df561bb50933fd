import { addDecimal } from '../decimal.ts';
import { numberArithmetic } from './makers/number-arithmetic.ts';
import { always } from './makers/signature.ts';

export const addNumbers = numberArithmetic({
  name: 'add numbers',
  symbol: '+',
  words: always('{0}加{1}', '{0} plus {1}'),
  cases: [
    { expression: '1 + 2', value: '3' },
    { expression: '0.1 + 0.2', value: '0.3' },
    { expression: '9007199254740991 + 1', value: 'null', note: 'outside ±(2^53 - 1)' },
    { expression: '9007199254740990 + 1', value: '9007199254740991' },
    { expression: '-9007199254740991 + -1', value: 'null' },
    { expression: 'a + 1', context: { a: null }, value: 'null' },
    {
      expression: '9999999999999999999999999999999999.0 + 0.5',
      value: '10000000000000000000000000000000000',
      note: '34 digits, half to even',
    },
    {
      expression: '9999999999999999999999999999999998.0 + 0.5',
      value: '9999999999999999999999999999999998',
      note: '34 digits, half to even',
    },
  ],
  integers: (a, b) => a + b,
  decimals: addDecimal,
});
