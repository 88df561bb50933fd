import { type Language, type Phrase, placeholders } from './words.ts';

export type { Language };

/** Sentences of one room in both languages, by flat keys such as `register.record` or `register.not-withdrawable`. */
export type Words = { readonly zh: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> };

export type Say = (key: string, language: Language, values?: Readonly<Record<string, unknown>>) => string;

const placeholder = /\{([a-zA-Z]+)\}/g;

/** Joins the words of all rooms; a key said twice, or in one language only, or with other values in the other, is a fault in our code. */
export function joinWords(parts: readonly Words[]): Words {
  const zh: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const part of parts) {
    for (const key of new Set([...Object.keys(part.zh), ...Object.keys(part.en)])) {
      const [chinese, english] = [part.zh[key], part.en[key]];
      if (chinese === undefined || english === undefined) throw new Error(`"${key}" is missing in one language`);
      if (key in zh) throw new Error(`"${key}" is said twice`);
      if (placeholders(chinese).join() !== placeholders(english).join())
        throw new Error(`"${key}" names other values in English`);
      zh[key] = chinese;
      en[key] = english;
    }
  }
  return { zh, en };
}

/** The sentence with its values put in. A missing key is said as itself, so that a fault is seen and nothing is hidden. */
export const sayWith =
  (words: Words): Say =>
  (key, language, values = {}) =>
    (words[language][key] ?? key).replace(placeholder, (whole, name: string) =>
      name in values ? valueIn(values[name], language) : whole,
    );

/** A value may come in both languages: the name of a clause does. */
const valueIn = (value: unknown, language: Language): string => (isPhrase(value) ? value[language] : String(value));

const isPhrase = (value: unknown): value is Phrase =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** Chinese unless English is asked for before it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').toLowerCase();
  const [zh, en] = [wanted.indexOf('zh'), wanted.indexOf('en')];
  return en >= 0 && (zh < 0 || en < zh) ? 'en' : 'zh';
}
