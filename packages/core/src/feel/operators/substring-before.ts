import { textFunction } from './text-functions.ts';

const before = (text: string, match: string): string => text.slice(0, Math.max(0, text.indexOf(match)));

export const substringBefore = textFunction('substring before', ['string', 'string'], 'string', before, (text, match) => `substr(${text}, 1, greatest(position((${match}) in (${text})) - 1, 0))`, { zh: '{0}中{1}之前的部分', en: 'what stands before {1} in {0}' }, [
  { expression: 'substring before("foobar", "bar")', value: '"foo"' },
  { expression: 'substring before("foobar", "x")', value: '""' },
]);
