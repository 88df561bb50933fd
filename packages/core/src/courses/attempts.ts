import { addMonths, type Day, type Instant } from '../calendar/index.ts';
import type { Course } from './course.ts';

/** An attempt that was begun. One that was never submitted was an attempt all the same, or reloading would draw until the questions suit. */
export type Sat = { readonly begunAt: Instant; readonly submittedAt: Instant | null; readonly passed: boolean };

export type Next =
  | { readonly may: 'begin'; readonly left: number }
  /** One is under way and goes on. */
  | { readonly may: 'continue' }
  | { readonly may: 'wait'; readonly until: Instant }
  /** None is left: somebody answerable speaks with the person and opens the course again. */
  | { readonly may: 'ask' };

const microsPerHour = 3_600_000_000;

/** What somebody may do next; `sat` are their attempts at this round of the course, oldest first. Waiting begins when the last one was submitted. */
export function nextAttempt(course: Pick<Course, 'attempts' | 'waitHours'>, sat: readonly Sat[], now: Instant): Next {
  const last = sat.at(-1);
  if (last && last.submittedAt === null) return { may: 'continue' };
  const left = course.attempts - sat.length;
  if (left <= 0) return { may: 'ask' };
  const waits = last !== undefined && last.submittedAt !== null && !last.passed;
  const until = waits ? last.submittedAt + course.waitHours * microsPerHour : now;
  return until > now ? { may: 'wait', until } : { may: 'begin', left };
}

/** What passing on a day gives: one completion a topic, valid until (exclusive) the same day of the month. */
export const completionsOf = (course: Pick<Course, 'topics' | 'validMonths'>, completedOn: Day) =>
  course.topics.map((topic) => ({ topic, completedOn, validUntil: addMonths(completedOn, course.validMonths) }));
