/** A printed number taken apart: one article or a run of them, and what of it is meant where only a part is. */
export type ArticleNumber = { readonly from: number; readonly to: number; readonly item: string | null };

const printed = /^第?(\d{1,4})(?:[-–—](\d{1,4}))?条?(?:第?\(([^()]{1,20})\)[款项]?)?$/u;

/** Null where the text is no number of articles: `18`, `1-3`, `18(1)`, `第18条`, `18（一）`. */
export function articleNumber(text: string): ArticleNumber | null {
  const found = printed.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  if (found === null) return null;
  const from = Number(found[1]);
  const to = Number(found[2] ?? from);
  const item = found[3] ?? null;
  if (from < 1 || to < from || (to > from && item !== null)) return null;
  return { from, to, item };
}

export type NumberFault = 'number-form' | 'number-beyond' | 'number-taken';

/**
 * Why a clause cannot have a number, beside those of the other clauses; null where it can. Clauses may share an article, each with an item of its own.
 * An instrument that is not counted in articles (a part of a code) has numbers of any form.
 */
export function numberFault(
  number: string,
  articles: number | undefined,
  others: readonly string[],
): NumberFault | null {
  if (articles === undefined) return others.includes(number) ? 'number-taken' : null;
  const parsed = articleNumber(number);
  if (parsed === null) return 'number-form';
  if (parsed.to > articles) return 'number-beyond';
  const { from, to, item } = parsed;
  const same = (other: string): boolean => {
    const it = articleNumber(other);
    return it !== null && it.from === from && it.to === to && it.item === item;
  };
  return others.some(same) ? 'number-taken' : null;
}

/** The articles that numbers speak of, each once. */
export function articlesIn(numbers: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const text of numbers) {
    const number = articleNumber(text);
    if (number !== null) for (let one = number.from; one <= number.to; one += 1) found.add(one);
  }
  return found;
}
