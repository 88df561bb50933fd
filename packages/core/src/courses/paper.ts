import type { Bilingual } from '../law/index.ts';
import type { Examined } from './course.ts';
import { type Attempt, draw, letterOf } from './draw.ts';

/** What is known of answers and must not be in anything that is shown: a value that has one of these is of no shown type. */
type Unseen = {
  readonly key?: never;
  readonly right?: never;
  readonly why?: never;
  readonly clauses?: never;
  readonly id?: never;
  readonly order?: never;
  readonly seed?: never;
};

/** An option as the browser gets it: its letter says where it stands in this attempt, and nothing of the bank. */
export type ShownOption = Unseen & { readonly letter: string; readonly text: Bilingual };

/**
 * A question as the browser gets it before submission. Neither a question of the bank nor one that was drawn fits this type; the clauses and the
 * name of a question are left out because they may give the answer away.
 */
export type ShownQuestion = Unseen & {
  readonly number: number;
  readonly category: Bilingual;
  readonly choose: 'one' | 'several';
  readonly scenario: Bilingual | null;
  readonly ask: Bilingual;
  readonly options: readonly ShownOption[];
};

export type Paper = Unseen & {
  readonly course: string;
  readonly title: Bilingual;
  readonly questions: readonly ShownQuestion[];
};

/** The paper of an attempt, ready to be sent. */
export const paperOf = (course: Examined, attempt: Attempt): Paper => ({
  course: course.id,
  title: course.title,
  questions: draw(course, attempt).map(({ number, category, question, order }) => ({
    number,
    category: category.title,
    choose: question.choose,
    scenario: question.scenario?.text ?? null,
    ask: question.ask,
    options: order.map((place, at) => ({ letter: letterOf(at), text: textAt(question.options, place) })),
  })),
});

const nothing: Bilingual = { zh: '', en: '' };
export const textAt = (options: readonly Bilingual[], place: number): Bilingual => options[place] ?? nothing;
