import { vocabulary } from '@sallyport/core/facts';
import type { Locator, Page } from 'playwright-core';
import { words as laterEn } from '../../packages/web/src/app/later-words.en.ts';
import { type LaterWords, words as laterZh } from '../../packages/web/src/app/later-words.zh.ts';
import { words as firstEn } from '../../packages/web/src/app/words.en.ts';
import { type FirstWords, words as firstZh } from '../../packages/web/src/app/words.zh.ts';

export type Language = 'zh' | 'en';

type Words = FirstWords & LaterWords;

export type Key = keyof Words;

/** What the console says, to find it by: a test that names a sentence no longer said does not compile. */
export const sayIn: Readonly<Record<Language, Words>> = {
  zh: { ...firstZh, ...laterZh },
  en: { ...firstEn, ...laterEn },
};

/** A field of a fact's form by its label in Chinese; an asterisk stands behind what must be given. */
export function fieldOf(page: Page, kind: string, field: string): Locator {
  const label = vocabulary.kinds.get(kind)?.fields[field]?.label.zh;
  if (label === undefined) throw new Error(`there is no field ${field} of ${kind}`);
  // The list of suggestions bears the label as well.
  return page
    .getByLabel(new RegExp(`^${label.replaceAll(/[()（）]/g, '.')}( \\*)?$`))
    .and(page.locator('input, select'));
}
