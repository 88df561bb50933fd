import type { Instant } from '@sallyport/core/calendar';
import { type Course, type Next, nextAttempt } from '@sallyport/core/courses';
import type { Stored } from './store/attempts.ts';

const microsOf = (date: Date): Instant => date.getTime() * 1000;

/** A round of a course ends when it is passed, or when somebody opens it again: what lies before counts no more. */
export function nextInRound(
  course: Pick<Course, 'id' | 'attempts' | 'waitHours'>,
  attempts: readonly Stored[],
  reopenedAt: Date | null,
  now: Instant,
): Next {
  const own = attempts.filter((one) => one.course === course.id);
  const passedAt = own.findLast(({ passed }) => passed)?.submittedAt ?? null;
  const from = Math.max(passedAt?.getTime() ?? 0, reopenedAt?.getTime() ?? 0);
  const round = own.filter(({ begunAt, passed }) => begunAt.getTime() >= from && !passed);
  const sat = round.map(({ begunAt, submittedAt, passed }) => ({
    begunAt: microsOf(begunAt),
    submittedAt: submittedAt === null ? null : microsOf(submittedAt),
    passed,
  }));
  return nextAttempt(course, sat, now);
}
