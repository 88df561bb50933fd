import type { Language } from './content.ts';

const article: Readonly<Record<Language, RegExp>> = { zh: /^(.+?)(第\d+条)$/, en: /^(.+?), Article (\d+)$/ };

/** Clauses by their names, the law said once before its articles: 反间谍法第24条、第25条. */
export function clausesText(names: readonly string[], language: Language): string {
  const laws = new Map<string, string[]>();
  for (const name of names) {
    const [, law = name, number] = article[language].exec(name) ?? [];
    laws.set(law, [...(laws.get(law) ?? []), ...(number === undefined ? [] : [number])]);
  }
  return [...laws]
    .map(([law, numbers]) =>
      language === 'zh'
        ? `${law}${numbers.join('、')}`
        : [law, numbers.length === 0 ? '' : `${numbers.length === 1 ? 'Article' : 'Articles'} ${numbers.join(', ')}`]
            .filter(Boolean)
            .join(', '),
    )
    .join(language === 'zh' ? '；' : '; ');
}
