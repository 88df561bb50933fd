import type { Bilingual } from '../law/index.ts';
import type { AnswerKey } from './answer-key.ts';
import type { LessonText } from './lesson/blocks.ts';
import type { Method } from './methods.ts';

export type Question = {
  readonly id: string;
  /** One best answer, or several that are all right and have to be found together. */
  readonly choose: 'one' | 'several';
  readonly scenario: { readonly method: Method; readonly text: Bilingual } | null;
  readonly ask: Bilingual;
  readonly options: readonly Bilingual[];
  /** The clauses an answer rests on; none where it is good practice and no law. */
  readonly clauses: readonly string[];
  readonly key: AnswerKey;
};

export type Category = {
  readonly id: string;
  readonly title: Bilingual;
  /** How many of its questions one attempt has. */
  readonly draw: number;
  readonly questions: readonly Question[];
};

export type Lesson = { readonly id: string; readonly zh: LessonText; readonly en: LessonText };

/** One of two people who read the course whole, and the content they read. */
export type Review = {
  readonly by: string;
  readonly on: string;
  readonly hash: string;
};

/** A course as content. It holds no text from which an answer could be read: the keys of its questions keep themselves. */
export type Course = {
  readonly id: string;
  readonly revision: number;
  /** SHA-256 over all its files but the reviews, which speak of it. */
  readonly hash: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly audience: string;
  /** A completion is written for each (docs/decisions/0070). */
  readonly topics: readonly string[];
  /** Per cent of the questions drawn. */
  readonly passMark: number;
  readonly attempts: number;
  readonly waitHours: number;
  readonly validMonths: number;
  /** The clauses it teaches. */
  readonly clauses: readonly string[];
  readonly lessons: readonly Lesson[];
  /** By the path a lesson names. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly categories: readonly Category[];
  readonly reviews: readonly Review[];
};

/** What is drawn and marked: of a course, or of a briefing, which is none. */
export type Examined = Pick<Course, 'id' | 'title' | 'hash' | 'passMark' | 'categories'>;

export const questionsOf = (course: Course): readonly Question[] =>
  course.categories.flatMap(({ questions }) => questions);
