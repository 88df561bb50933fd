import { ExplainedError } from '../platform/words/explained-error.ts';
import { createWords } from '../platform/words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const say = createWords(zh, en);

export const refused = (key: keyof typeof zh, values: Record<string, string> = {}): ExplainedError =>
  new ExplainedError(`administration.${key}`, say(key, values));
