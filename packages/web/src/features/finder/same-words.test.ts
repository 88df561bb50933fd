import { expect, test } from 'vitest';
import { sameWords } from './same-words.ts';

test('whichever word somebody uses for people finds them', () => {
  for (const typed of ['员工', '职工', '人员', 'Staff', 'employ']) expect(sameWords(typed)).toContain('人员');
});

test('a word that means nothing else stands alone, and one character is no word', () => {
  expect(sameWords('反间谍')).toEqual(['反间谍']);
  expect(sameWords('人')).toEqual(['人']);
});
