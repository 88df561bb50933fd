import { textFunction } from './text-functions.ts';

const after = (text: string, match: string): string => (text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '');

export const substringAfter = textFunction('substring after', ['string', 'string'], 'string', after, (text, match) => `CASE WHEN position((${match}) in (${text})) > 0 THEN substr(${text}, position((${match}) in (${text})) + length(${match})) WHEN (${text}) IS NULL OR (${match}) IS NULL THEN NULL ELSE '' END`, { zh: '{0}中{1}之后的部分', en: 'what stands after {1} in {0}' }, [
  { expression: 'substring after("foobar", "o")', value: '"obar"' },
  { expression: 'substring after("foobar", "x")', value: '""' },
  { expression: 'substring after("foobar", "")', value: '"foobar"' },
]);
