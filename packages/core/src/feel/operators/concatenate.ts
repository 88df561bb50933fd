import { textFunction } from './text-functions.ts';

export const concatenate = textFunction('concatenate', ['string', 'string'], 'string', (a: string, b: string) => (a + b).normalize('NFC'), (a, b) => `normalize((${a}) || (${b}), NFC)`, { zh: '{0}接{1}', en: '{0} followed by {1}' }, [
  { expression: '"平安" + "门"', value: '"平安门"' },
  { expression: 'a + "x"', context: { a: null }, value: 'null' },
]);
