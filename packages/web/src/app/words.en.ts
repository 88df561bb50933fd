import identity from '@sallyport/server/words/identity/names/words.en.json' with { type: 'json' };
import duties from '../features/duties/words.en.json' with { type: 'json' };
import signIn from '../features/sign-in/words.en.json' with { type: 'json' };
import today from '../features/today/words.en.json' with { type: 'json' };
import app from './words.en.json' with { type: 'json' };
import type { FirstWords } from './words.zh.ts';

export const words: FirstWords = {
  ...identity,
  ...duties,
  ...signIn,
  ...today,
  ...app,
};
