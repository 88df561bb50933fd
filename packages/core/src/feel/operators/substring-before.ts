import { always } from './makers/signature.ts';
import { textFunction } from './makers/text-function.ts';

export const substringBefore = textFunction({
  name: 'substring before',
  want: ['string', 'string'],
  type: 'string',
  compute: (text: string, match: string) => text.slice(0, Math.max(0, text.indexOf(match))),
  sql: (text, match) => `feel_substring_before(${text}, ${match})`,
  words: always('{0}中{1}之前的部分', 'what stands before {1} in {0}'),
  cases: [
    { expression: 'substring before("foobar", "bar")', value: '"foo"' },
    { expression: 'substring before("foobar", "x")', value: '""' },
    { expression: 'substring before("foobar", "")', value: '""' },
    { expression: 'substring before("foobar", a)', context: { a: null }, value: 'null' },
    { expression: 'substring before("abab", "b")', value: '"a"' },
  ],
});
