import { always } from './makers/signature.ts';
import { pointsOf, textFunction } from './makers/text-function.ts';

export const stringLength = textFunction({
  name: 'string length',
  want: ['string'],
  type: 'integer',
  compute: (text: string) => pointsOf(text).length,
  sql: (text) => `(length(${text})::bigint)`,
  words: always('{0}的字数', 'the length of {0}'),
  cases: [
    { expression: 'string length("平安门")', value: '3' },
    { expression: 'string length("\\U01F600")', value: '1', note: 'code points are counted' },
    { expression: 'string length("")', value: '0' },
    { expression: 'string length(a)', context: { a: null }, value: 'null' },
    { expression: 'string length("e\\u0301")', value: '1', note: 'a literal is brought to NFC' },
  ],
});
