import type { Language } from '../../app/language.ts';

/** The name of a country or region by its two letters; empty where there is none such. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return '';
  const names = new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'region', fallback: 'none' });
  return names.of(code) ?? '';
}
