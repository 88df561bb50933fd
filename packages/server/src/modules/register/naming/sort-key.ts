import { readFileSync } from 'node:fs';
import { charactersOf, fold } from './fold.ts';
import { longestSurname, surnames } from './surnames.ts';

/** Under which a name stands in a list of a Chinese and of an English reader, compared by code point (DECISIONS 13). */
export type SortKeys = { readonly zh: string; readonly en: string };

/** Characters in the order of their reading: written by scripts/write-han-order.ts. */
const order = readFileSync(new URL('./han-order.txt', import.meta.url), 'utf8').replaceAll('\n', '');
const ranks = new Map(charactersOf(order).map((character, rank) => [character, rank]));

/** The private planes lie behind every other character, and have room for two places a character: its own, and a surname's behind it. */
const firstPlace = 0xf0000;
const behindAll = '\u{10FFFD}';
const placeOf = (rank: number, behind: 0 | 1): string => String.fromCodePoint(firstPlace + rank * 2 + behind);

/** An index takes no longer key; who shares so many characters stands by id. */
const most = 120;

const isHan = /^\p{Script=Han}$/u;

function place(character: string, readAs: string): string {
  const rank = ranks.get(readAs);
  if (rank !== undefined) return placeOf(rank, character === readAs ? 0 : 1);
  return isHan.test(character) ? `${behindAll}${character}` : character;
}

function readingOf(characters: readonly string[]): readonly string[] {
  for (let length = Math.min(longestSurname, characters.length); length > 0; length--) {
    const read = surnames[characters.slice(0, length).join('')];
    if (read !== undefined) return [...charactersOf(read), ...characters.slice(length)];
  }
  return characters;
}

/**
 * Chinese names by pinyin, others by letter without their accents; each reader finds the names of the own script first.
 *
 * @example sortKeys('单雄信', { surname: true }) // stands behind 善, before 商
 */
export function sortKeys(name: string, { surname }: { readonly surname: boolean }): SortKeys {
  const bare = fold(name).normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
  const characters = charactersOf(bare).slice(0, most);
  const [first = ''] = characters;
  if (first === '') return { zh: '', en: '' };
  const read = surname ? readingOf(characters) : characters;
  const body = characters.map((character, at) => place(character, read[at] ?? character)).join('');
  const han = isHan.test(first);
  return { zh: `${han ? 0 : 1}${body}`, en: `${han ? 1 : 0}${body}` };
}
