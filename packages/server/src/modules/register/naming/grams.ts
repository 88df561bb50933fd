import { charactersOf, fold } from './fold.ts';

/** Nobody's name is longer; of a title, this much is looked for. */
const most = 120;

/** Every two characters that stand side by side in a name, each once. */
export function gramsOf(name: string): string[] {
  const characters = charactersOf(fold(name)).slice(0, most);
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))];
}

/** More narrow a search no further: what they let through is held against the whole of what was asked for. */
const narrowing = 6;

export type Sought = {
  /** All of them are in a name that is found. */
  readonly grams: readonly string[];
  /** Whether a name that has the grams has them in this order; null where it has only one and cannot fail. */
  readonly holds: ((name: string) => boolean) | null;
};

export function soughtBy(text: string): Sought {
  const folded = fold(text);
  const grams = gramsOf(text);
  return {
    grams: grams.slice(0, narrowing),
    holds: charactersOf(folded).length > 2 ? (name) => fold(name).includes(folded) : null,
  };
}
