import type { Language } from './language.ts';
import type { Words } from './words.zh.ts';

/** A sentence of the console, or of a room that it shows. A key that is not there does not compile. */
export type Key = keyof Words;

export type Values = Readonly<Record<string, string | number>>;

const fetched = new Map<Language, Words>();

const sources: Readonly<Record<Language, () => Promise<{ readonly words: Words }>>> = {
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
};

/** Fetches a language once; nothing is said in it before. */
export async function fetchWords(language: Language): Promise<void> {
  if (!fetched.has(language)) fetched.set(language, (await sources[language]()).words);
}

/** `{count}`, or `{count|duty|duties}` where English has one form for one and another for more. */
const placeholder = /\{([a-zA-Z]+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/** The sentence in a language with its values put in; React escapes them when it shows it. */
export function sayIn(language: Language, key: Key, values: Values = {}): string {
  const words = fetched.get(language);
  if (words === undefined) throw new Error(`the words of ${language} are not there yet`);
  return words[key].replace(placeholder, (whole, name: string, one?: string, many = '') => {
    const value = String(values[name] ?? whole);
    return one === undefined ? value : value === '1' ? one : many;
  });
}
