import { addDecimal } from '../decimal.ts';
import { numberArithmetic } from './number-arithmetic.ts';

export const addNumbers = numberArithmetic({
  name: 'add numbers',
  symbol: '+',
  words: { zh: '{0}加{1}', en: '{0} plus {1}' },
  cases: [
    { expression: '1 + 2', value: '3' },
    { expression: '0.1 + 0.2', value: '0.3' },
    { expression: '9007199254740991 + 1', value: 'null' },
    { expression: 'a + 1', context: { a: null }, value: 'null' },
  ],
  integers: (a, b) => a + b,
  decimals: addDecimal,
});
