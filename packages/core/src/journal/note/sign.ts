import { utf8 } from '../bytes/utf8.ts';
import { JournalError } from '../journal-error.ts';
import { cosignedMessage, writeTimed } from './cosignature.ts';
import type { NoteSigner } from './key.ts';
import type { NoteSignature } from './note.ts';

export function signNote({ key, sign }: NoteSigner, text: string): NoteSignature {
  if (key.kind !== 'note') throw new JournalError('key-name');
  return { name: key.name, id: key.id, signature: sign(utf8(text)) };
}

/** States that at `seconds` the signer had seen no longer tree of this log, and none that contradicts it. */
export function cosign({ key, sign }: NoteSigner, text: string, seconds: number): NoteSignature {
  if (key.kind !== 'cosignature') throw new JournalError('key-name');
  const signature = sign(cosignedMessage(seconds, text));
  return { name: key.name, id: key.id, signature: writeTimed({ seconds, signature }) };
}
