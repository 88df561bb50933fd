import { expect, test } from 'vitest';
import { bearing, sameWords } from './same-words.ts';

test('whichever word somebody uses for people finds them', () => {
  for (const typed of ['员工', '职工', '人员', 'Staff', 'employ']) expect(sameWords(typed)).toContain('人员');
});

test('a word that means nothing else stands alone, and one character is no word', () => {
  expect(sameWords('反间谍')).toEqual(['反间谍']);
  expect(sameWords('人')).toEqual(['人']);
});

test('whoever types the name of a page is led to that one, and not to another that means much the same', () => {
  const pages = [{ name: '今日待办' }, { name: '应办事项' }, { name: '法规' }];
  expect(bearing('应办事项', pages).map(({ name }) => name)).toEqual(['应办事项', '今日待办']);
  expect(bearing('待办', pages).map(({ name }) => name)).toEqual(['今日待办', '应办事项']);
  expect(bearing('', pages)).toEqual(pages);
});
