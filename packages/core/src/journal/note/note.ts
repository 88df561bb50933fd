import { base64, fromBase64 } from '../bytes/base64.ts';
import { joined } from '../bytes/bytes.ts';
import { idBytes, isKeyName } from './key.ts';

/** A signature line of a C2SP signed note, unchecked: `signature` is what follows the key id. */
export type NoteSignature = { readonly name: string; readonly id: number; readonly signature: Uint8Array };

/** A text, with its last newline, and what was signed under it. Nothing of it is to be believed before `openNote`. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** A stranger's note is bounded before it is read: 100 signatures, a megabyte. */
const mostSignatures = 100;
const mostUnits = 1_000_000;

export const printNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(printSignature).join('')}`;

export const printSignature = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${base64(joined(idBytes(id), signature))}\n`;

export function parseNote(note: string): Note | null {
  if (note.length > mostUnits || !note.isWellFormed() || hasControl(note)) return null;
  // The text may hold empty lines: the last one parts it from the signatures.
  const parting = note.lastIndexOf('\n\n');
  if (parting < 0) return null;
  const signatures = parseSignatures(note.slice(parting + 2));
  return signatures === null ? null : { text: note.slice(0, parting + 1), signatures };
}

/** One or more signature lines, as a witness answers them. */
export function parseSignatures(lines: string): NoteSignature[] | null {
  if (!lines.endsWith('\n')) return null;
  const signatures = lines
    .slice(0, -1)
    .split('\n', mostSignatures + 1)
    .map(parseSignature);
  return signatures.length <= mostSignatures && signatures.every((one) => one !== null) ? signatures : null;
}

function parseSignature(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes === null || bytes.length < 5) return null;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return { name, id: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0, signature: bytes.slice(4) };
}

function hasControl(note: string): boolean {
  for (let at = 0; at < note.length; at++) {
    const unit = note.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x0a) return true;
  }
  return false;
}
