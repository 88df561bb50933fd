import type { Phrase } from '../words.ts';

/** Beside the bar of work that takes longer. */
export const evaluateWords = {
  evaluating: { zh: '计算应办事项', en: 'evaluating' },
  writing: { zh: '写出应办事项', en: 'writing duties' },
} satisfies Record<string, Phrase>;
