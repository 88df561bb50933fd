import { always } from './makers/signature.ts';
import { pointsOf, textFunction } from './makers/text-function.ts';

/** From a position counted from 1, or from the end when below zero, for so many characters; position 0 is null. */
function part(text: string, start: number, length: number): string | null {
  if (start === 0 || length < 0) return null;
  const points = pointsOf(text);
  const from = start > 0 ? start - 1 : Math.max(0, points.length + start);
  return points.slice(from, from + length).join('');
}

export const substring = textFunction({
  name: 'substring',
  want: ['string', 'integer', 'integer'],
  type: 'string',
  compute: part,
  sql: (text, start, length) => `feel_substring(${text}, ${start}, ${length})`,
  words: always('{0}自第{1}字起至多{2}字', 'at most {2} characters of {0} from number {1}'),
  cases: [
    { expression: 'substring("foobar", 3)', value: '"obar"' },
    { expression: 'substring("foobar", 3, 3)', value: '"oba"' },
    { expression: 'substring("foobar", -2, 1)', value: '"a"' },
    {
      expression: 'substring("foobar", 0, 1)',
      value: 'null',
      note: 'positions count from 1, or from the end below zero',
    },
    { expression: 'substring("foobar", 1, -1)', value: 'null' },
    { expression: 'substring("foobar", 7)', value: '""' },
    { expression: 'substring("", 1, 0)', value: '""' },
    { expression: 'substring("平安门", 2, 9)', value: '"安门"' },
    { expression: 'substring(a, 1)', context: { a: null }, value: 'null' },
    { expression: 'substring("a\\U01F600b", 2, 1)', value: '"\u{1F600}"' },
    { expression: 'substring("foobar", -9007199254740991, 9007199254740991)', value: '"foobar"' },
  ],
});
