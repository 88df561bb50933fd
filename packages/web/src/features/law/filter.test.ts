import { expect, test } from 'vitest';
import { fits } from './filter.ts';

const both = (zh: string, en: string) => ({ zh, en });
const shown: Parameters<typeof fits>[0] = {
  clause: 'cn-cel-2023/art-12',
  name: both('反间谍法第12条', 'CEL, Article 12'),
  heading: both('单位的主体责任', "The unit's own responsibility"),
  gist: both('教育和防范由单位负责', 'Education and precautions are the unit’s'),
  speaks: ['duty'],
  sureness: 'text',
  confirmed: false,
  rules: 2,
  asOf: null,
};

test('every word has to be there, in either language and in any case', () => {
  for (const text of ['', '第12条', '防范', 'EDUCATION', 'unit 主体责任', '  ']) {
    expect(fits(shown, { find: text }), text).toBe(true);
  }
  for (const text of ['第13条', 'unit 从业']) expect(fits(shown, { find: text }), text).toBe(false);
});

test('what it does and how sure it is narrow the list', () => {
  expect(fits(shown, { speaks: 'duty', sureness: 'text' })).toBe(true);
  expect(fits(shown, { speaks: 'right' })).toBe(false);
  expect(fits(shown, { sureness: 'secondary' })).toBe(false);
});
