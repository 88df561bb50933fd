import { mayRead } from '../access/index.ts';
import {
  type Field,
  type Kind,
  declaredWords as listWords,
  type Purpose,
  purposeOf,
  type Vocabulary,
} from '../facts/index.ts';
import type { Bilingual } from './rule.ts';

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
export function mayReadTable(purpose: Purpose): (kind: Kind, field: Field) => Bilingual | null {
  return (kind, field) => {
    const held = purposeOf(kind, field);
    return mayRead(purpose, held)
      ? null
      : {
          zh: `用途为${purpose}的规则不得读取登记信息${kind.name}：它只为用途${held}保存，请改用其他登记信息。`,
          en: `a rule of purpose ${purpose} may not read ${kind.name} facts, which are held for ${held}`,
        };
  };
}
