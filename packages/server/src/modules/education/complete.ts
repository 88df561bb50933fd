import { formatDay } from '@sallyport/core/calendar';
import { type Course, completionsOf } from '@sallyport/core/courses';
import type { Context } from '../../platform/actions/implement.ts';
import { kindNamed, writeFact } from '../register/index.ts';
import { issue } from './certificate/issue.ts';
import type { EducationParts } from './parts.ts';

/** What passing gives: one completion for each topic, from which the duties that ask for it are met, and a certificate of them. */
export async function complete(context: Context, ids: EducationParts['ids'], course: Course, person: string) {
  const completions: ({ readonly id: string } & Readonly<Record<string, unknown>>)[] = [];
  const ends: number[] = [];
  for (const { topic, completedOn, validUntil } of completionsOf(course, context.today)) {
    if (validUntil === null) throw new Error('a course ends beyond the calendar');
    const id = ids.uuid();
    const given = { person, topic, completedOn: formatDay(completedOn), validUntil: formatDay(validUntil) };
    const { fields } = await writeFact(context, kindNamed('completion'), id, given);
    completions.push({ id, ...fields });
    ends.push(validUntil);
  }
  const facts = completions.map(({ id }) => id);
  const certificate = await issue(context, ids, course, { person, completions: facts, validUntil: Math.min(...ends) });
  return { completions, certificate };
}
