import { expect, test } from 'vitest';
import { bearing, calledSo, sameWords } from './same-words.ts';

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

test('what is called exactly as was typed comes first, and the rest keeps its order', () => {
  const all = [{ name: '机构和人员确定的期限' }, { name: '重要数据' }, { name: '机构和人员确定' }];
  expect(calledSo(' 机构和人员确定', all).map(({ name }) => name)).toEqual([
    '机构和人员确定',
    '机构和人员确定的期限',
    '重要数据',
  ]);
  expect(calledSo('重要', all)).toEqual(all);
});
