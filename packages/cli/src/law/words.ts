import type { Clause } from '@sallyport/core/law';
import { type Language, type Phrase, phrase } from '../words.ts';

const surenessWords: Readonly<Record<'text' | 'secondary' | 'unconfirmed', Phrase>> = {
  text: { zh: '已核原文', en: 'text read' },
  secondary: { zh: '转引（依据待核）', en: 'secondary (to be confirmed)' },
  unconfirmed: { zh: '待核实', en: 'unconfirmed' },
};

export const relationWords: Readonly<Record<'equal' | 'narrower' | 'wider' | 'overlaps', Phrase>> = {
  equal: { zh: '相当于', en: 'says the same as' },
  narrower: { zh: '窄于', en: 'is narrower than' },
  wider: { zh: '宽于', en: 'is wider than' },
  overlaps: { zh: '部分重合于', en: 'overlaps' },
};

export const lawWords = {
  edition: {
    zh: '{id}\t{title}\t{from}起施行\t条款{clauses}\t规则{rules}\t常态义务{standing}',
    en: '{id}\t{title}\tin force from {from}\t{clauses} clauses\t{rules} rules\t{standing} standing duties',
  },
  rule: { zh: '规则', en: 'rule' },
  standing: { zh: '常态义务', en: 'standing duty' },
  confirmed: { zh: '  已核实条文{confirmed}条，共{articles}条', en: '  {confirmed} of {articles} articles confirmed' },
  revision: {
    zh: '  第{number}次修订，自{appliesFrom}起用，{hash}',
    en: '  Revision {number}, applies from {appliesFrom}, {hash}',
  },
  confirmedHere: { zh: '本单位已核对原文（{by}，{on}）', en: 'confirmed here by {by} on {on}' },
};

/** How sure a clause is; one confirmed by an overlay says by whom, and never "official". */
export const surenessText = (clause: Clause, language: Language): string =>
  clause.confirmed
    ? phrase(lawWords.confirmedHere, language, {
        by: clause.confirmed.by.join(language === 'zh' ? '、' : ', '),
        on: clause.confirmed.on,
      })
    : surenessWords[clause.sureness][language];
