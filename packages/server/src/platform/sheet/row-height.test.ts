import { expect, test } from 'vitest';
import { rowHeight } from './row-height.ts';

test('a row is as high as its longest cell needs, Chinese counted as twice as wide', () => {
  expect(rowHeight([1, '短'], [7, 14])).toBe(18);
  expect(rowHeight(['十二个字的内容放在窄列里面'], [14])).toBe(33);
  expect(rowHeight(['twenty six letters of text'], [14])).toBe(33);
  expect(rowHeight(['a\nb\nc'], [14])).toBe(48);
  expect(rowHeight(['字'.repeat(5000)], [10])).toBe(409);
  expect(rowHeight([], [])).toBe(18);
});
