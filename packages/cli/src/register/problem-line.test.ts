import { expect, it } from 'vitest';
import { problemLine } from './problem-line.ts';

it('says where a word that is none stands, and what lists those there are', () => {
  const problem = {
    file: 'person.csv',
    row: 2,
    column: '身份',
    code: 'not-a-word',
    values: { value: '工作人员' },
  } as const;
  expect(problemLine(problem, 'zh')).toBe(
    'person.csv:2:身份: “工作人员”不在可选词之内。可用的词，sallyport facts 加种类名可以列出。',
  );
  expect(problemLine(problem, 'en')).toBe(
    'person.csv:2:身份: "工作人员" is not one of the words of this field. `sallyport facts KIND` lists the words.',
  );
});
