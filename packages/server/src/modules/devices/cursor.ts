import { z } from 'zod';
import { refuse } from '../../platform/actions/refusal.ts';

/** Where the list of the pool goes on: after a number. */
const place = z.tuple([z.string().max(60)]);

export const writeCursor = (number: string): string => Buffer.from(JSON.stringify([number])).toString('base64url');

export function readCursor(cursor: string): string {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))[0];
  } catch {
    return refuse('request.invalid', { problems: [{ path: 'cursor', check: 'custom', bounds: {} }] });
  }
}
