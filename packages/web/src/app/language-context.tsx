import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { firstLanguage, keepLanguage, type Language } from './language.ts';
import { fetchWords, type Key, sayIn, type Values } from './words.ts';

type Chosen = { readonly language: Language; readonly choose: (language: Language) => void };

const LanguageContext = createContext<Chosen>({ language: 'zh', choose: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const choose = (next: Language): void => void fetchWords(next).then(() => setLanguage(next));
  useEffect(() => keepLanguage(language), [language]);
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>;
}

/** `t` says a sentence of the catalogue, `said` one that came with the data in both languages. */
export function useWords() {
  const { language, choose } = use(LanguageContext);
  return {
    language,
    choose,
    t: (key: Key, values?: Values): string => sayIn(language, key, values),
    said: (both: Readonly<Record<Language, string>>): string => both[language],
  };
}
