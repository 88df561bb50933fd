import identityEn from '@sallyport/server/words/identity/words.en.json' with { type: 'json' };
import identityZh from '@sallyport/server/words/identity/words.zh.json' with { type: 'json' };
import dutiesEn from '../features/duties/words.en.json' with { type: 'json' };
import dutiesZh from '../features/duties/words.zh.json' with { type: 'json' };
import jobsEn from '../features/jobs/words.en.json' with { type: 'json' };
import jobsZh from '../features/jobs/words.zh.json' with { type: 'json' };
import journalEn from '../features/journal/words.en.json' with { type: 'json' };
import journalZh from '../features/journal/words.zh.json' with { type: 'json' };
import lawEn from '../features/law/words.en.json' with { type: 'json' };
import lawZh from '../features/law/words.zh.json' with { type: 'json' };
import mineEn from '../features/mine/words.en.json' with { type: 'json' };
import mineZh from '../features/mine/words.zh.json' with { type: 'json' };
import noticesEn from '../features/notices/words.en.json' with { type: 'json' };
import noticesZh from '../features/notices/words.zh.json' with { type: 'json' };
import programmeEn from '../features/programme/words.en.json' with { type: 'json' };
import programmeZh from '../features/programme/words.zh.json' with { type: 'json' };
import registerEn from '../features/register/words.en.json' with { type: 'json' };
import registerZh from '../features/register/words.zh.json' with { type: 'json' };
import signInEn from '../features/sign-in/words.en.json' with { type: 'json' };
import signInZh from '../features/sign-in/words.zh.json' with { type: 'json' };
import todayEn from '../features/today/words.en.json' with { type: 'json' };
import todayZh from '../features/today/words.zh.json' with { type: 'json' };
import type { Language } from './language.ts';
import appEn from './words.en.json' with { type: 'json' };
import appZh from './words.zh.json' with { type: 'json' };

const zh = {
  ...identityZh,
  ...appZh,
  ...signInZh,
  ...dutiesZh,
  ...registerZh,
  ...mineZh,
  ...journalZh,
  ...lawZh,
  ...jobsZh,
  ...todayZh,
  ...programmeZh,
  ...noticesZh,
};

/** A sentence of the console, or of a room that it shows. A key that is not there does not compile. */
export type Key = keyof typeof zh;

const en: Readonly<Record<Key, string>> = {
  ...identityEn,
  ...appEn,
  ...signInEn,
  ...dutiesEn,
  ...registerEn,
  ...mineEn,
  ...journalEn,
  ...lawEn,
  ...jobsEn,
  ...todayEn,
  ...programmeEn,
  ...noticesEn,
};

const words: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { zh, en };

const placeholder = /\{([a-zA-Z]+)\}/g;

export type Values = Readonly<Record<string, string | number>>;

/** The sentence in a language with its values put in; React escapes them when it shows it. */
export const sayIn = (language: Language, key: Key, values: Values = {}): string =>
  words[language][key].replace(placeholder, (whole, name: string) => String(values[name] ?? whole));
