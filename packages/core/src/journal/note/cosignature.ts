import { copyOf, joined } from '../bytes/bytes.ts';
import { utf8 } from '../bytes/utf8.ts';
import { JournalError } from '../journal-error.ts';
import { ed25519SignatureLength } from './key.ts';

/** What a cosignature signs: the time in seconds before the checkpoint's text, under a headline that no other signed text begins with. */
export const cosignedMessage = (seconds: number, text: string): Uint8Array =>
  utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

export type Timed = { readonly seconds: number; readonly signature: Uint8Array };

/** Eight bytes of POSIX seconds, the highest first, and the Ed25519 signature. */
export function writeTimed({ seconds, signature }: Timed): Uint8Array {
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new JournalError('out-of-range');
  const time = new Uint8Array(8);
  const view = new DataView(time.buffer);
  view.setUint32(0, Math.floor(seconds / 2 ** 32));
  view.setUint32(4, seconds % 2 ** 32);
  return joined(time, signature);
}

/** Null for another length, and for a time past what a number holds: no clock says it. */
export function readTimed(bytes: Uint8Array): Timed | null {
  if (bytes.length !== 8 + ed25519SignatureLength) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const seconds = view.getUint32(0) * 2 ** 32 + view.getUint32(4);
  return Number.isSafeInteger(seconds) ? { seconds, signature: copyOf(bytes, 8) } : null;
}
