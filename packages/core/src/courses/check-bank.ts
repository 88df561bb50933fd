import type { Bilingual } from '../law/index.ts';
import type { QuestionText } from './schema.ts';

/** Fewer questions than these show nothing. */
const fewest = 10;

/** Whether somebody who knows nothing and always takes the longest option would often be right. */
export function guessedByLength(questions: readonly QuestionText[]): Bilingual | null {
  const single = questions.filter(({ choose }) => choose === undefined);
  if (single.length < fewest) return null;
  for (const language of ['zh', 'en'] as const) {
    const longest = single.filter(({ options }) => {
      const right = options.find((option) => option.right)?.text[language].length ?? 0;
      return options.every((option) => option.right || option.text[language].length < right);
    });
    if (longest.length * 2 > single.length) {
      const share = Math.round((longest.length * 100) / single.length);
      return {
        zh: `有${share}%的题，正确选项最长，不懂的人只选最长的就能答对：宜把其他选项写得同样具体。`,
        en: `in ${share} % of the questions the right option is the longest, so that who knows nothing may take the longest; make the others as specific`,
      };
    }
  }
  return null;
}
