import { addDecimal, negate } from '../decimal.ts';
import { numberArithmetic } from './number-arithmetic.ts';

export const subtractNumbers = numberArithmetic({
  name: 'subtract numbers',
  symbol: '-',
  words: { zh: '{0}减{1}', en: '{0} minus {1}' },
  cases: [
    { expression: '1 - 2', value: '-1' },
    { expression: '1 - 0.9', value: '0.1' },
    { expression: '-9007199254740991 - 1', value: 'null' },
  ],
  integers: (a, b) => a - b,
  decimals: (a, b) => addDecimal(a, negate(b)),
});
