import { z } from 'zod';
import { refuse } from '../../platform/actions/refusal.ts';

/** Where a list of entries goes on: after a day and an id. */
const place = z.tuple([z.iso.date(), z.string().max(200)]);

export const writeCursor = ({ day, id }: { readonly day: string; readonly id: string }): string =>
  Buffer.from(JSON.stringify([day, id])).toString('base64url');

export function readCursor(cursor: string): { readonly day: string; readonly id: string } {
  try {
    const [day, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { day, id };
  } catch {
    return refuse('request.invalid', { problems: [{ path: 'cursor', check: 'custom', bounds: {} }] });
  }
}
