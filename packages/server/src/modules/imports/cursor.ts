import { z } from 'zod';
import { refuse } from '../../platform/actions/refusal.ts';

const place = z.tuple([z.iso.datetime(), z.string().max(200)]);

export const writePlace = (madeAt: Date, id: string): string =>
  Buffer.from(JSON.stringify([madeAt.toISOString(), id])).toString('base64url');

export function readPlace(cursor: string): { readonly at: string; readonly id: string } {
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at, id };
  } catch {
    return refuse('imports.bad-cursor');
  }
}

export const writePosition = (position: number | undefined): string => String(position ?? 0);

/** After which row a list goes on; before the first of all where none is named. */
export function readPosition(cursor: string | undefined): number {
  if (cursor === undefined) return -1;
  return /^\d{1,9}$/.test(cursor) ? Number(cursor) : refuse('imports.bad-cursor');
}
