import { createWords, type Phrase } from '../../platform/words/words.ts';
import en from './columns/words.en.json' with { type: 'json' };
import zh from './columns/words.zh.json' with { type: 'json' };

/** What stands on a ledger besides what is in the list. */
export const sayLedger = createWords(zh, en);

/** A word of a closed list, such as a state; shown as it is where it has no name. */
export function named(group: string, word: string | null): Phrase {
  const key = `${group}.${word ?? ''}`;
  return word === null ? { zh: '', en: '' } : key in zh ? sayLedger(key as keyof typeof zh) : { zh: word, en: word };
}
