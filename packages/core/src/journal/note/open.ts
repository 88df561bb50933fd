import { utf8 } from '../bytes/utf8.ts';
import { cosignedMessage, readTimed } from './cosignature.ts';
import { ed25519SignatureLength, type VerifierKey, type VerifyEd25519 } from './key.ts';
import { type Note, type NoteSignature, parseNote } from './note.ts';

/** A key whose signature stands under the note, with the time where it is a cosignature. */
export type SignedBy = { readonly key: VerifierKey; readonly seconds: number | null };

export type OpenedNote = {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
  readonly by: readonly SignedBy[];
};

export type NoteFault = 'malformed' | 'no-known-key' | 'bad-signature';

/**
 * The text, when at least one known key signed it. Lines of unknown keys are passed over, so that a log may change keys and gather
 * witnesses; a line that claims a known key and does not verify spoils the note (C2SP signed-note).
 */
export function openNote(verify: VerifyEd25519, keys: readonly VerifierKey[], printed: string): OpenedNote | NoteFault {
  const note = parseNote(printed);
  if (note === null) return 'malformed';
  const by: SignedBy[] = [];
  for (const line of note.signatures) {
    const key = keys.find(({ name, id }) => name === line.name && id === line.id);
    if (key === undefined) continue;
    const signed = check(verify, key, note, line);
    if (signed === null) return 'bad-signature';
    // The same key twice is one voice in any quorum.
    if (!by.some((one) => one.key === key)) by.push(signed);
  }
  return by.length === 0 ? 'no-known-key' : { ...note, by };
}

function check(verify: VerifyEd25519, key: VerifierKey, { text }: Note, { signature }: NoteSignature): SignedBy | null {
  if (key.kind === 'note') {
    const holds = signature.length === ed25519SignatureLength && verify(key.publicKey, utf8(text), signature);
    return holds ? { key, seconds: null } : null;
  }
  const timed = readTimed(signature);
  if (timed === null || !verify(key.publicKey, cosignedMessage(timed.seconds, text), timed.signature)) return null;
  return { key, seconds: timed.seconds };
}
