import { z } from 'zod';
import { refuse } from '../../platform/actions/refusal.ts';

/** Where the list goes on: behind a moment and the id of a job. */
const place = z.tuple([z.iso.datetime(), z.uuid()]);

export const writeCursor = ({ failedAt, id }: { readonly failedAt: Date; readonly id: string }): string =>
  Buffer.from(JSON.stringify([failedAt.toISOString(), id])).toString('base64url');

export function readCursor(cursor: string): { readonly at: Date; readonly id: string } {
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at: new Date(at), id };
  } catch {
    return refuse('jobs.bad-cursor');
  }
}
