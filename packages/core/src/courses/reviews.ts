import type { Course, Review } from './course.ts';

export const reviewersNeeded = 2;

/** The reviews of the content as it stands, one a person: a course that was changed since has to be read again. */
export function reviewsThatCount({ hash, reviews }: Pick<Course, 'hash' | 'reviews'>): readonly Review[] {
  const byPerson = new Map(reviews.filter((review) => review.hash === hash).map((review) => [review.by, review]));
  return [...byPerson.values()];
}

/** Whether two people answer for the course as it stands. */
export const isReviewed = (course: Pick<Course, 'hash' | 'reviews'>): boolean =>
  reviewsThatCount(course).length >= reviewersNeeded;
