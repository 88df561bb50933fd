import { sameBytes } from '../bytes/bytes.ts';
import { digestOfEach } from '../bytes/messages.ts';
import { JournalError } from '../journal-error.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { Sha256 } from '../sha256.ts';
import type { Entry } from './entry.ts';

export const saltLength = 32;

/** A value with the salt that keeps its commitment from being guessed. Whoever holds both can show what was recorded; erasing ends that. */
export type Opening = { readonly path: string; readonly value: Json; readonly salt: Uint8Array };

/**
 * SHA-256(salt ‖ path ‖ RFC 8785 JSON of the value), 32 bytes for each opening. Where path ends and value begins needs no mark: the path
 * stands in the entry as well, so a commitment cannot be opened under another.
 */
export const commitments = (sha: Sha256, openings: Iterable<Opening>): Uint8Array =>
  digestOfEach(sha, openings, (message, { path, value, salt }) => {
    if (salt.length !== saltLength) throw new JournalError('salt-length');
    message.raw(salt).text(path).text(canonicalJson(value));
  });

/** Whether this value, with this salt, is what the entry committed to. */
export function opens(sha: Sha256, entry: Entry, opening: Opening): boolean {
  const commitment = Object.hasOwn(entry.fields, opening.path) ? entry.fields[opening.path] : undefined;
  if (commitment === undefined || opening.salt.length !== saltLength) return false;
  return sameBytes(commitments(sha, [opening]), commitment);
}
