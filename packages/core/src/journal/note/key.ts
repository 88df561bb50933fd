import { base64, fromBase64 } from '../bytes/base64.ts';
import { hex, joined } from '../bytes/bytes.ts';
import { utf8 } from '../bytes/utf8.ts';
import { JournalError } from '../journal-error.ts';
import type { Sha256 } from '../sha256.ts';

/** What a key signs with it: a note as it is, or a checkpoint with the time it was seen (C2SP tlog-cosignature). Both are Ed25519. */
export type KeyKind = 'note' | 'cosignature';

export type VerifierKey = {
  readonly name: string;
  /** The first four bytes of a hash over name, kind and key: enough to find the key, no proof of anything. */
  readonly id: number;
  readonly kind: KeyKind;
  readonly publicKey: Uint8Array;
};

/** Who signs, with the private key behind a function: it may live in a file, a module or another process. */
export type NoteSigner = { readonly key: VerifierKey; readonly sign: (message: Uint8Array) => Uint8Array };

/** Whether an Ed25519 signature is that of the key over the message. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export const ed25519KeyLength = 32;
export const ed25519SignatureLength = 64;

const kindBytes: Readonly<Record<KeyKind, number>> = { note: 1, cosignature: 4 };

/** A name is one word in a signature line, and the plus sign parts a verifier key. */
export const isKeyName = (name: string): boolean => name !== '' && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name);

export function verifierKey(sha: Sha256, name: string, kind: KeyKind, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name) || publicKey.length !== ed25519KeyLength) throw new JournalError('key-name');
  const [a = 0, b = 0, c = 0, d = 0] = sha.digest(joined(utf8(`${name}\n`), Uint8Array.of(kindBytes[kind]), publicKey));
  return { name, kind, publicKey, id: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0 };
}

/** `name+c74f20a3+ARpc…`: the text by which a key is passed on. */
export const printVerifierKey = ({ name, id, kind, publicKey }: VerifierKey): string =>
  `${name}+${hex(idBytes(id))}+${base64(joined(Uint8Array.of(kindBytes[kind]), publicKey))}`;

export function parseVerifierKey(sha: Sha256, text: string): VerifierKey | null {
  const [name = '', id = '', ...rest] = text.split('+');
  const bytes = fromBase64(rest.join('+'));
  const kind = bytes?.[0] === kindBytes.note ? 'note' : bytes?.[0] === kindBytes.cosignature ? 'cosignature' : null;
  if (bytes === null || kind === null || bytes.length !== 1 + ed25519KeyLength || !isKeyName(name)) return null;
  const key = verifierKey(sha, name, kind, bytes.slice(1));
  return hex(idBytes(key.id)) === id ? key : null;
}

export const idBytes = (id: number): Uint8Array => Uint8Array.of(id >>> 24, id >>> 16, id >>> 8, id);
