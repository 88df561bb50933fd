import type { Course } from '@sallyport/core/courses';
import type { Actor } from '../../platform/actions/actor.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Courses, Installed } from './courses.ts';
import type { Stored } from './store/attempts.ts';

/** Whoever learns is somebody in the register: it is their completion that is recorded. */
export const ownPerson = ({ person }: Actor): string => person ?? refuse('education.no-person');

/** Attempts and answers are the person's own; for anybody else, whatever their role, there are none. */
export const ownAttempt = async (
  find: (tx: Transaction, person: string, id: string) => Promise<Stored | null>,
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<Stored> => (actor.person === null ? null : await find(tx, actor.person, id)) ?? refuse('request.not-found');

export const installedCourse = (courses: Courses, id: string): Installed =>
  courses.installed().get(id) ?? refuse('education.no-such-course');

/** The content that an attempt began with, whatever the course is by now. */
export const contentOf = async (courses: Courses, tx: Transaction, { course, hash }: Stored): Promise<Course> =>
  (await courses.withContent(tx, course, hash)) ?? refuse('education.content-gone');
