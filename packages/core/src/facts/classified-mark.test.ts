import { describe, expect, test } from 'vitest';
import { hasClassifiedLine, hasClassifiedMark } from './classified-mark.ts';

const marked = [
  '绝密★',
  '机密★10年',
  '机 密 ★ 长期',
  '秘密(5年)',
  'TOP SECRET//SI',
  '(S//NF) The first item',
  'ＳＥＣＲＥＴ／／ＮＯＦＯＲＮ',
];
const plain = ['机密', '保密培训记录', '国家秘密载体管理规定', 'The secret of good coffee', 'https://example.org/', ''];

describe('a mark', () => {
  test.each(marked)('%s is found', (text) => expect(hasClassifiedMark(text)).toBe(true));
  test.each(plain)('%s is a word', (text) => expect(hasClassifiedMark(text)).toBe(false));
});

describe('in a longer text', () => {
  test.each(marked)('%s on a line of its own is found', (text) => {
    for (const end of ['\n', '\r\n', '\r', '\f']) {
      expect(hasClassifiedLine(`关于会务的通知${end}${text}${end}各部门：`)).toBe(true);
    }
  });

  test('a term in years stands alone or is a sentence', () => {
    expect(hasClassifiedLine('第一行\n机密10年\n第三行')).toBe(true);
    expect(hasClassifiedLine('该项目原为机密10年前的资料。')).toBe(false);
  });
});
