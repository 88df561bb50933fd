import { vocabulary } from '@sallyport/core/facts';
import type { Locator, Page } from 'playwright-core';
import { words as en } from '../../packages/web/src/app/words.en.ts';
import { type Words, words as zh } from '../../packages/web/src/app/words.zh.ts';

export type Language = 'zh' | 'en';

export type Key = keyof Words;

/** What the console says, to find it by: a test that names a sentence no longer said does not compile. */
export const sayIn: Readonly<Record<Language, Words>> = { zh, en };

/** A field of a fact's form by its label in Chinese; an asterisk stands behind what must be given. */
export function fieldOf(page: Page, kind: string, field: string): Locator {
  const label = vocabulary.kinds.get(kind)?.fields[field]?.label.zh;
  if (label === undefined) throw new Error(`there is no field ${field} of ${kind}`);
  // The list of suggestions bears the label as well.
  return page
    .getByLabel(new RegExp(`^${label.replaceAll(/[()（）]/g, '.')}( \\*)?$`))
    .and(page.locator('input, select'));
}
