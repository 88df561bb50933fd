import { always } from './makers/signature.ts';
import { textFunction } from './makers/text-function.ts';

export const endsWith = textFunction({
  name: 'ends with',
  want: ['string', 'string'],
  type: 'boolean',
  compute: (text: string, part: string) => text.endsWith(part),
  sql: (text, part) => `feel_ends_with(${text}, ${part})`,
  words: always('{0}以{1}结尾', '{0} ends with {1}'),
  cases: [
    { expression: 'ends with("foobar", "bar")', value: 'true' },
    { expression: 'ends with("foobar", "")', value: 'true' },
    { expression: 'ends with("bar", "foobar")', value: 'false' },
    { expression: 'ends with(a, "bar")', context: { a: null }, value: 'null' },
  ],
});
