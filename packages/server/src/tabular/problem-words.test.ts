import { expect, test } from 'vitest';
import { placeholders } from '../platform/words/words.ts';
import { problemWords } from './problem-words.ts';

test.each(Object.entries(problemWords))('%s is said in both languages with the same values', (_code, { zh, en }) => {
  expect(placeholders(en)).toEqual(placeholders(zh));
  expect(zh.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
});
