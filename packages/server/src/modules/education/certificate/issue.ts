import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Course } from '@sallyport/core/courses';
import type { Context } from '../../../platform/actions/implement.ts';
import type { EducationParts } from '../parts.ts';
import * as store from '../store/certificates.ts';

type Passed = { readonly person: string; readonly completions: readonly string[]; readonly validUntil: Day };

/** Who renews gets a new certificate; the one before says what it said. */
export async function issue(
  { tx, today }: Context,
  ids: EducationParts['ids'],
  { id: course, title, topics }: Course,
  { person, completions, validUntil }: Passed,
): Promise<string> {
  const issuedOn = formatDay(today);
  const year = Number(issuedOn.slice(0, 4));
  const one = { id: ids.uuid(), person, course, title, topics, completions, issuedOn, year };
  const serial = await store.nextNumber(tx, year);
  await store.insertCertificate(tx, { ...one, serial, validUntil: formatDay(validUntil) });
  return one.id;
}
