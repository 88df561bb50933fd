export type { Explained } from './answer-key.ts';
export { completionsOf, type Next, nextAttempt, type Sat } from './attempts.ts';
export {
  type Category,
  type Course,
  type Examined,
  type Lesson,
  type Question,
  questionsOf,
  type Review,
} from './course.ts';
export { type Attempt, CourseChanged } from './draw.ts';
export type { Block, Inline, LessonText, Line } from './lesson/blocks.ts';
export { type Finding, isAboutPeople, lintText, type Part, type Reason } from './lint/lint.ts';
export { type Method, methodNames, methods } from './methods.ts';
export { type Paper, paperOf, type ShownOption, type ShownQuestion } from './paper.ts';
export { type CourseReading, readBank, readCourse, readKept } from './read-course.ts';
export { readLessons } from './read-lessons.ts';
export { isReviewed, reviewersNeeded, reviewsThatCount } from './reviews.ts';
export { rulesMetBy } from './rules-met.ts';
export {
  type Answers,
  type ExplainedOption,
  type ExplainedQuestion,
  explained,
  type Marked,
  type Score,
  scoreOf,
} from './score.ts';
