import { textFunction } from './text-functions.ts';

export const contains = textFunction('contains', ['string', 'string'], 'boolean', (text: string, part: string) => text.includes(part), (text, part) => `(position((${part}) in (${text})) > 0)`, { zh: '{0}含有{1}', en: '{0} contains {1}' }, [
  { expression: 'contains("平安门", "安")', value: 'true' },
  { expression: 'contains("foobar", "of")', value: 'false' },
  { expression: 'contains(a, "x")', context: { a: null }, value: 'null' },
]);
