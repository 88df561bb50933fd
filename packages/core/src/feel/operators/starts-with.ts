import { always } from './makers/signature.ts';
import { textFunction } from './makers/text-function.ts';

export const startsWith = textFunction({
  name: 'starts with',
  want: ['string', 'string'],
  type: 'boolean',
  compute: (text: string, part: string) => text.startsWith(part),
  sql: (text, part) => `starts_with(${text}, ${part})`,
  words: always('{0}以{1}开头', '{0} starts with {1}'),
  cases: [
    { expression: 'starts with("foobar", "foo")', value: 'true' },
    { expression: 'starts with("foobar", "")', value: 'true' },
    { expression: 'starts with("foo", "foobar")', value: 'false' },
    { expression: 'starts with("foobar", a)', context: { a: null }, value: 'null' },
  ],
});
