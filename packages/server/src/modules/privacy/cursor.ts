import { z } from 'zod';
import { refuse } from '../../platform/actions/refusal.ts';

/** Where a list goes on: behind a day and the rest of a key. */
const place = z.tuple([z.iso.date()]).rest(z.string().max(200));

export const writeCursor = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

export function readCursor(cursor: string, parts: number): readonly string[] {
  try {
    const key = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (key.length === parts && !key.some((part) => part.includes('\0'))) return key;
  } catch {
    // Refused below, as every other thing that is no cursor.
  }
  return refuse('privacy.bad-cursor');
}
