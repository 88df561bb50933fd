import { z } from 'zod';

/** The shapes that contracts are made of; every one is bounded. */

/** Ids are UUIDv7 made in the program; facts of an imported register keep the ids they came with. */
export const id = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text === text.normalize('NFC') && !text.includes('\0') && text.isWellFormed(), 'malformed text');

/** A civil day, `2026-11-23`. */
export const civilDay = z.iso.date();

/** An optimistic version: the one the editor has seen. */
export const version = z.int().min(1);

/** Where a list goes on; opaque to the reader. */
export const cursor = z.string().max(2000);

export const pageInput = { cursor: cursor.optional(), limit: z.int().min(1).max(200).default(50) };

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: cursor.nullable() });

/** Free text of a person: NFC, no control characters but line ends. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) => value.normalize('NFC').trim())
    // oxlint-disable-next-line no-control-regex -- control characters are just what is refused here
    .refine((value) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value) && value.isWellFormed(), 'control characters');

/** Whether a text is an IANA name of a time zone, such as `Europe/Oslo`. */
export function isZone(name: string): boolean {
  if (name.length > 60 || !/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const zone = z.string().max(60).refine(isZone, 'no such zone');
