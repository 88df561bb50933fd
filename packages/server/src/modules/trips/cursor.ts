import { z } from 'zod';
import { refuse } from '../../platform/actions/refusal.ts';

/** Where the list of trips goes on: after a day and an id. */
const place = z.tuple([z.iso.date(), z.string().max(200)]);

export const writeCursor = (happenedOn: string, id: string): string =>
  Buffer.from(JSON.stringify([happenedOn, id])).toString('base64url');

export function readCursor(cursor: string): { readonly happenedOn: string; readonly id: string } {
  try {
    const [happenedOn, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { happenedOn, id };
  } catch {
    return refuse('request.invalid', { problems: [{ path: 'cursor', check: 'custom', bounds: {} }] });
  }
}
