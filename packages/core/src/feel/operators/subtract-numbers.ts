import { addDecimal, negate } from '../decimal.ts';
import { numberArithmetic } from './makers/number-arithmetic.ts';
import { always } from './makers/signature.ts';

export const subtractNumbers = numberArithmetic({
  name: 'subtract numbers',
  symbol: '-',
  words: always('{0}减{1}', '{0} minus {1}'),
  cases: [
    { expression: '1 - 2', value: '-1' },
    { expression: '1 - 0.9', value: '0.1' },
    { expression: '-9007199254740991 - 1', value: 'null' },
    { expression: 'a - a', context: { a: 9007199254740991 }, value: '0' },
    { expression: '1 - a', context: { a: null }, value: 'null' },
    { expression: '2 - 1 - 1', value: '0' },
  ],
  integers: (a, b) => a - b,
  decimals: (a, b) => addDecimal(a, negate(b)),
});
