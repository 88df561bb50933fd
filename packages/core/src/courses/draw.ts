import type { Category, Examined, Question } from './course.ts';
import { randomFrom, sample } from './random.ts';

/** What is kept of an attempt from its beginning: which content, and the seed, which stays on the server. */
export type Attempt = { readonly course: string; readonly hash: string; readonly seed: string };

/** The content is another than the attempt began with: whoever keeps attempts keeps their content too. */
export class CourseChanged extends Error {
  constructor(attempt: Attempt) {
    super(`the content of course ${attempt.course} is not the one this attempt began with`);
    this.name = 'CourseChanged';
  }
}

export type Drawn = {
  /** From 1 on, in the order in which they are asked. */
  readonly number: number;
  readonly category: Category;
  readonly question: Question;
  /** The options in the order in which they are shown, by their place in the bank. */
  readonly order: readonly number[];
};

/**
 * The questions of an attempt. It depends on content and seed alone: asked again, reloaded or on another machine it is the same. Each category has a
 * stream of its own.
 */
export function draw(course: Examined, attempt: Attempt): readonly Drawn[] {
  if (attempt.course !== course.id || attempt.hash !== course.hash) throw new CourseChanged(attempt);
  let number = 0;
  return course.categories.flatMap((category) => {
    const below = randomFrom(`${category.id}\n${attempt.seed}`);
    return sample(category.questions, category.draw, below).map((question): Drawn => {
      number += 1;
      const places = question.options.map((_, place) => place);
      return { number, category, question, order: sample(places, places.length, below) };
    });
  });
}

export const letterOf = (place: number): string => String.fromCharCode(65 + place);
