import { copyOf } from '../bytes/bytes.ts';
import { Messages } from '../bytes/messages.ts';
import { JournalError } from '../journal-error.ts';
import { tileWidth } from './tile.ts';

/** An entry bundle: each entry behind its length in two bytes, the higher first. */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Messages();
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new JournalError('entry-too-long');
    bundle
      .byte(entry.length >> 8)
      .byte(entry.length & 0xff)
      .raw(entry);
  }
  return bundle.bytes.slice();
}

/** The entries, or null when the bytes are no bundle: cut short, or more than 256. */
export function readBundle(bytes: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const from = at + 2;
    const until = from + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    if (from > bytes.length || until > bytes.length || entries.length === tileWidth) return null;
    entries.push(copyOf(bytes, from, until));
    at = until;
  }
  return entries;
}
