import { textFunction } from './text-functions.ts';

export const startsWith = textFunction('starts with', ['string', 'string'], 'boolean', (text: string, part: string) => text.startsWith(part), (text, part) => `starts_with(${text}, ${part})`, { zh: '{0}以{1}开头', en: '{0} starts with {1}' }, [
  { expression: 'starts with("foobar", "foo")', value: 'true' },
  { expression: 'starts with("foobar", "")', value: 'true' },
  { expression: 'starts with("foobar", a)', context: { a: null }, value: 'null' },
]);
