import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf, type Phrase, phrase, placeholders } from './words.ts';

const isPhrase = (value: unknown): value is Phrase =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && typeof value.zh === 'string';

/** Every phrase in a value, however deep. */
function phrasesIn(value: unknown, at: string): [string, Phrase][] {
  if (isPhrase(value)) return [[at, value]];
  if (typeof value !== 'object' || value === null || value instanceof Map || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => phrasesIn(inner, `${at}.${key}`));
}

const here = import.meta.dirname;
const tables = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|[/-])words\.ts$/.test(file),
);

describe('words of the command line', () => {
  for (const file of tables) {
    it(`name the same values in both languages: ${file}`, async () => {
      const module: unknown = await import(join(here, file));
      for (const [at, text] of phrasesIn(module, file)) {
        expect(placeholders(text.en), at).toEqual(placeholders(text.zh));
        expect(text.zh.trim(), at).not.toBe('');
        expect(text.en.trim(), at).not.toBe('');
      }
    });
  }

  it('are found at all', () => {
    expect(tables.length).toBeGreaterThan(0);
    expect(readFileSync(join(here, 'words.ts'), 'utf8')).toContain('Phrase');
  });

  it('are filled in', () => {
    expect(phrase({ zh: '第{row}行', en: 'row {row}' }, 'en', { row: 3 })).toBe('row 3');
    expect(phrase({ zh: '第{row}行', en: 'row {row}' }, 'zh')).toBe('第{row}行');
  });

  it('follow --lang, then the locale, then Chinese', () => {
    expect(languageOf('en', 'zh_CN.UTF-8')).toBe('en');
    expect(languageOf(undefined, 'en_US.UTF-8')).toBe('en');
    expect(languageOf(undefined, 'C')).toBe('zh');
    expect(languageOf(undefined, undefined)).toBe('zh');
  });
});
