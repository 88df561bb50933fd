import type { Phrase } from '../words.ts';

export const surenessWords: Readonly<Record<'text' | 'secondary' | 'unconfirmed', Phrase>> = {
  text: { zh: '已核原文', en: 'text read' },
  secondary: { zh: '转引(依据待核)', en: 'secondary (to be confirmed)' },
  unconfirmed: { zh: '待核实', en: 'unconfirmed' },
};

export const relationWords: Readonly<Record<'equal' | 'narrower' | 'wider' | 'overlaps', Phrase>> = {
  equal: { zh: '相当于', en: 'says the same as' },
  narrower: { zh: '窄于', en: 'is narrower than' },
  wider: { zh: '宽于', en: 'is wider than' },
  overlaps: { zh: '部分重合于', en: 'overlaps' },
};
