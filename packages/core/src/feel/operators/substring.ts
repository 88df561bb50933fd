import { textFunction } from './text-functions.ts';

/** From a position counted from 1, or from the end when below zero, for so many characters; position 0 is null. */
function part(text: string, start: number, length: number): string | null {
  if (start === 0 || length < 0) return null;
  const points = [...text];
  const from = start > 0 ? start - 1 : Math.max(0, points.length + start);
  return points.slice(from, from + length).join('');
}

export const substring = textFunction('substring', ['string', 'integer', 'integer'], 'string', part, (text, start, length) => `feel_substring(${text}, ${start}, ${length})`, { zh: '{0}自第{1}字起{2}字', en: '{2} characters of {0} from {1}' }, [
  { expression: 'substring("foobar", 3, 3)', value: '"oba"' },
  { expression: 'substring("foobar", -2, 1)', value: '"a"' },
  { expression: 'substring("foobar", 0, 1)', value: 'null' },
  { expression: 'substring("平安门", 2, 9)', value: '"安门"' },
]);
