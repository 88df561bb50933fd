import { textFunction } from './text-functions.ts';

export const endsWith = textFunction('ends with', ['string', 'string'], 'boolean', (text: string, part: string) => text.endsWith(part), (text, part) => `(right(${text}, length(${part})) = (${part}) COLLATE "C" OR (${part}) = '')`, { zh: '{0}以{1}结尾', en: '{0} ends with {1}' }, [
  { expression: 'ends with("foobar", "bar")', value: 'true' },
  { expression: 'ends with("foobar", "")', value: 'true' },
  { expression: 'ends with("bar", "foobar")', value: 'false' },
]);
