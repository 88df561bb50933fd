import type { Label } from '@sallyport/core/facts';

/** The two languages of the command line. Chinese is the source. */
export type Language = 'zh' | 'en';

/** A sentence in both languages, with `{name}` where a value goes. Both languages name the same values (words.test.ts). */
export type Phrase = Label;

/** A label is put in by its text of the language the sentence is said in. */
export type Values = Readonly<Record<string, string | number | Label>>;

const placeholder = /\{([a-zA-Z]+)\}/g;

/** The sentence in one language with its values put in; a value that was not given stays visible as `{name}`. */
export const phrase = (text: Phrase, language: Language, values: Values = {}): string =>
  text[language].replace(placeholder, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'object' ? value[language] : String(value);
  });

export const placeholders = (text: string): string[] =>
  [...text.matchAll(placeholder)].map((match) => match[1] ?? '').toSorted();

/** `--lang` first, then the locale of the terminal; Chinese where neither says English. */
export function languageOf(option: string | undefined, locale: string | undefined): Language {
  if (option === 'zh' || option === 'en') return option;
  return locale !== undefined && /^en\b|^en_/i.test(locale) ? 'en' : 'zh';
}
