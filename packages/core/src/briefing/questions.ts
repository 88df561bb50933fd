import type { Examined } from '../courses/index.ts';
import type { Chosen, Library } from './library.ts';

/**
 * The few questions of a briefing: one of each block that has some, those that this journey asks for before those that everybody gets. It is
 * drawn and marked as a course is, so that right answers stay where they are until it was answered; there is no mark to reach.
 */
export function examinedOf(library: Pick<Library, 'hash' | 'questions'>, chosen: readonly Chosen[]): Examined {
  const asking = chosen.filter(({ block }) => block.questions.length > 0);
  const isForAll = ({ reasons }: Chosen): boolean => reasons.every(({ by }) => by === 'always');
  const first = [...asking.filter((one) => !isForAll(one)), ...asking.filter(isForAll)].slice(0, library.questions);
  return {
    id: 'briefing',
    title: { zh: '行前提醒', en: 'Briefing before departure' },
    hash: library.hash,
    passMark: 0,
    categories: asking
      .filter((one) => first.includes(one))
      .map(({ block }) => ({
        id: block.id,
        title: { zh: block.text.zh.title, en: block.text.en.title },
        draw: 1,
        questions: block.questions,
      })),
  };
}
