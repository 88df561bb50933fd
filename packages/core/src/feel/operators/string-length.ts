import { textFunction } from './text-functions.ts';

export const stringLength = textFunction('string length', ['string'], 'integer', (text: string) => [...text].length, (text) => `(length(${text})::bigint)`, { zh: '{0}的字数', en: 'the length of {0}' }, [
  { expression: 'string length("平安门")', value: '3' },
  { expression: 'string length("\\U01F600")', value: '1' },
  { expression: 'string length("")', value: '0' },
  { expression: 'string length(a)', context: { a: null }, value: 'null' },
]);
