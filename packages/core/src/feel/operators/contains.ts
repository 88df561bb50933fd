import { always } from './makers/signature.ts';
import { textFunction } from './makers/text-function.ts';

export const contains = textFunction({
  name: 'contains',
  want: ['string', 'string'],
  type: 'boolean',
  compute: (text: string, part: string) => text.includes(part),
  sql: (text, part) => `(position((${part}) in (${text})) > 0)`,
  words: always('{0}含有{1}', '{0} contains {1}'),
  cases: [
    { expression: 'contains("平安门", "安")', value: 'true' },
    { expression: 'contains("foobar", "of")', value: 'false' },
    { expression: 'contains(a, "x")', context: { a: null }, value: 'null' },
    { expression: 'contains("", "")', value: 'true' },
    { expression: 'contains("Foo", "f")', value: 'false' },
  ],
});
