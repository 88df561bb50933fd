import { always } from './makers/signature.ts';
import { textFunction } from './makers/text-function.ts';

/** The code points of both, as they are: composing anew would ask each engine's edition of Unicode. */
export const concatenate = textFunction({
  name: 'concatenate',
  want: ['string', 'string'],
  type: 'string',
  compute: (a: string, b: string) => a + b,
  sql: (a, b) => `((${a}) || (${b}))`,
  words: always('{0}后接{1}', '{0} followed by {1}'),
  cases: [
    { expression: '"平安" + "门"', value: '"平安门"' },
    { expression: 'a + "x"', context: { a: null }, value: 'null' },
    { expression: '"" + ""', value: '""' },
    { expression: 'string length("e" + "\\u0301")', value: '2', note: 'parts are not composed anew' },
  ],
});
