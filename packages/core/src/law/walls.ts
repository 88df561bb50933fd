import { mayRead } from '../access/index.ts';
import {
  type Field,
  type Kind,
  declaredWords as listWords,
  type Purpose,
  purposeOf,
  type Vocabulary,
} from '../facts/index.ts';

export type { Kind, Vocabulary };

const cache = new WeakMap<Vocabulary, ReadonlySet<string>>();

export function declaredWords(vocabulary: Vocabulary): ReadonlySet<string> {
  let words = cache.get(vocabulary);
  if (!words) {
    words = new Set(listWords(vocabulary));
    cache.set(vocabulary, words);
  }
  return words;
}

/** The wall around a purpose: says why a field may not be read, or null. */
export function mayReadTable(purpose: Purpose): (kind: Kind, field: Field) => string | null {
  return (kind, field) => {
    const held = purposeOf(kind, field);
    return mayRead(purpose, held)
      ? null
      : `a rule of purpose ${purpose} may not read ${kind.name} facts, which are held for ${held}`;
  };
}
