import { refuse } from '../../platform/actions/refusal.ts';

/** Where a list goes on: what its last row is ordered by. */
export type Place = readonly string[];

export const writePlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const day = /^(-?infinity|\d{4}-\d{2}-\d{2})$/;

/** A cursor comes back from outside: it is read as anything else from there is. */
export function readPlace(text: string | undefined, types: readonly ('text' | 'date')[]): Place | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const parts: readonly unknown[] = Array.isArray(value) ? value : [];
    if (parts.length === types.length && parts.every((part, at) => isPart(part, types[at]))) return parts as Place;
  } catch {
    // Refused below, as every other thing that is no cursor.
  }
  return refuse('education.bad-cursor');
}

const isPart = (part: unknown, type: 'text' | 'date' | undefined): boolean =>
  typeof part === 'string' && !part.includes('\0') && (type !== 'date' || day.test(part));
