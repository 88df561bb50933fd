import { z } from 'zod';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { Order } from './named-store.ts';

/** Behind which row a list goes on, in which order. */
export type Behind = { readonly at: string; readonly id: string };

const behind = z.tuple([z.enum(['zh', 'en', 'newest']), z.string().max(2000), z.string().max(200)]);

export const writeCursor = (order: Order, { at, id }: Behind): string =>
  Buffer.from(JSON.stringify([order, at, id])).toString('base64url');

/** A cursor comes back from outside, and may be one of another order. */
export function readCursor(order: Order, cursor: string | undefined): Behind | null {
  if (cursor === undefined) return null;
  try {
    const [of, at, id] = behind.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    const fits = of === order && !`${at}${id}`.includes('\0') && `${at}${id}`.isWellFormed();
    if (fits && (order !== 'newest' || z.iso.date().safeParse(at).success)) return { at, id };
  } catch {
    // Refused below, as every other thing that is no cursor.
  }
  return refuse('register.bad-cursor');
}
