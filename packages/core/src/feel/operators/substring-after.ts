import { always } from './makers/signature.ts';
import { textFunction } from './makers/text-function.ts';

function after(text: string, match: string): string {
  const at = text.indexOf(match);
  return at < 0 ? '' : text.slice(at + match.length);
}

export const substringAfter = textFunction({
  name: 'substring after',
  want: ['string', 'string'],
  type: 'string',
  compute: after,
  sql: (text, match) => `feel_substring_after(${text}, ${match})`,
  words: always('{0}中{1}之后的部分', 'what stands after {1} in {0}'),
  cases: [
    { expression: 'substring after("foobar", "o")', value: '"obar"' },
    { expression: 'substring after("foobar", "x")', value: '""' },
    { expression: 'substring after("foobar", "")', value: '"foobar"' },
    { expression: 'substring after(a, "o")', context: { a: null }, value: 'null' },
  ],
});
