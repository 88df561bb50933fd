/** A sentence in both languages. Chinese is the source. */
export type Phrase = { readonly zh: string; readonly en: string };

export type Language = keyof Phrase;

export type Values = Readonly<Record<string, string | number | Phrase>>;

const placeholder = /\{([a-zA-Z]+)\}/g;

/**
 * Says the sentences of one folder's `words.zh.json` and `words.en.json`. A key that one of them lacks does not compile;
 * words.test.ts holds them to the same placeholders and finds unused keys.
 */
export function createWords<Words extends Readonly<Record<string, string>>>(
  zh: Words,
  en: Readonly<Record<keyof Words, string>>,
): (key: keyof Words & string, values?: Values) => Phrase {
  return (key, values = {}) => withValues({ zh: zh[key] ?? '', en: en[key] }, values);
}

export const withValues = (text: Phrase, values: Values): Phrase => ({
  zh: fill(text.zh, 'zh', values),
  en: fill(text.en, 'en', values),
});

/** A value that was not given stays visible as `{name}`. */
const fill = (text: string, language: Language, values: Values): string =>
  text.replace(placeholder, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'object' ? value[language] : String(value);
  });

export const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))].toSorted();
