export type Language = 'zh' | 'en';

const kept = 'sallyport-language';

/** The language chosen before on this device; else the browser's, Chinese unless it asks for English first. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(kept, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
