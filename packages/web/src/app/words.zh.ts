import identity from '@sallyport/server/words/identity/names/words.zh.json' with { type: 'json' };
import duties from '../features/duties/words.zh.json' with { type: 'json' };
import signIn from '../features/sign-in/words.zh.json' with { type: 'json' };
import today from '../features/today/words.zh.json' with { type: 'json' };
import app from './words.zh.json' with { type: 'json' };

/** What is said before any page but the first is opened. Chinese is the source: what is said here is what there is to say. */
export const words = {
  ...identity,
  ...duties,
  ...signIn,
  ...today,
  ...app,
};

export type FirstWords = Readonly<Record<keyof typeof words, string>>;
