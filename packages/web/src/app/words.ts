import type { Language } from './language.ts';
import type { LaterWords } from './later-words.zh.ts';
import type { FirstWords } from './words.zh.ts';

type Words = FirstWords & LaterWords;

/** A sentence of the console, or of a room that it shows. A key that is not there does not compile. */
export type Key = keyof Words;

export type Values = Readonly<Record<string, string | number>>;

const fetched = new Map<Language, Partial<Words>>();

type Source = () => Promise<{ readonly words: Partial<Words> }>;

const sources: Readonly<Record<Language, { readonly first: Source; readonly later: Source }>> = {
  zh: { first: () => import('./words.zh.ts'), later: () => import('./later-words.zh.ts') },
  en: { first: () => import('./words.en.ts'), later: () => import('./later-words.en.ts') },
};

/** Once a page has wanted them, a language that is chosen comes with all of its words. */
let wantsLater = false;

/** Fetches a language once; nothing is said in it before. */
export async function fetchWords(language: Language): Promise<void> {
  const { first, later } = sources[language];
  const parts = await Promise.all([first(), ...(wantsLater ? [later()] : [])]);
  fetched.set(language, Object.assign({}, fetched.get(language), ...parts.map(({ words }) => words)));
}

/** What the pages behind the first one say, in every language that has been spoken. */
export async function fetchLaterWords(): Promise<void> {
  wantsLater = true;
  await Promise.all([...fetched.keys()].map(fetchWords));
}

/** `{count}`, or `{count|duty|duties}` where English has one form for one and another for more. */
const placeholder = /\{([a-zA-Z]+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/** The sentence in a language with its values put in; React escapes them when it shows it. */
export function sayIn(language: Language, key: Key, values: Values = {}): string {
  const words = fetched.get(language);
  if (words === undefined) throw new Error(`the words of ${language} are not there yet`);
  const sentence = words[key];
  if (sentence === undefined) throw new Error(`the words of the page that says ${key} are not there yet`);
  return sentence.replace(placeholder, (whole, name: string, one?: string, many = '') => {
    const value = String(values[name] ?? whole);
    return one === undefined ? value : value === '1' ? one : many;
  });
}
