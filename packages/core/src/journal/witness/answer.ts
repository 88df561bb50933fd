import { parseSize, sameBytes } from '../bytes/bytes.ts';
import { type Checkpoint, checkpointText, parseCheckpoint } from '../note/checkpoint.ts';
import type { NoteSigner, VerifierKey, VerifyEd25519 } from '../note/key.ts';
import { type NoteSignature, parseNote, parseSignatures, printSignature } from '../note/note.ts';
import { openNote } from '../note/open.ts';
import { cosign } from '../note/sign.ts';
import type { Sha256 } from '../sha256.ts';
import { verifyConsistency } from '../tree/verify.ts';
import { parseAddCheckpoint } from './add-checkpoint.ts';

/** A log a witness knows, with the checkpoint it cosigned last. */
export type KnownLog = {
  readonly origin: string;
  readonly keys: readonly VerifierKey[];
  readonly last: { readonly size: number; readonly root: Uint8Array } | null;
};

export type WitnessAnswer =
  | { readonly status: 400 | 403 | 404 | 422 }
  /** `size` is that of the last cosigned checkpoint; the asker begins again from there. A `fork` is proof of misbehaviour, to be kept. */
  | { readonly status: 409; readonly size: number; readonly fork: boolean }
  | {
      readonly status: 200;
      readonly checkpoint: Checkpoint;
      readonly cosign: (signer: NoteSigner, seconds: number) => NoteSignature;
    };

type Witness = {
  readonly sha: Sha256;
  readonly verify: VerifyEd25519;
  readonly knownLog: (origin: string) => KnownLog | null;
};

/**
 * What a witness answers to the body of `add-checkpoint`. On 200 the caller stores the checkpoint in the same transaction as it compared
 * the last one, and only then signs: two requests at once could otherwise take the log back (C2SP tlog-witness).
 */
export function answerAddCheckpoint({ sha, verify, knownLog }: Witness, body: string): WitnessAnswer {
  const request = parseAddCheckpoint(body);
  const claimed = request === null ? null : claimedBy(request.note);
  if (request === null || claimed === null) return { status: 400 };
  const log = knownLog(claimed.origin);
  if (log === null) return { status: 404 };
  const opened = openNote(verify, log.keys, request.note);
  if (typeof opened === 'string') return { status: opened === 'malformed' ? 400 : 403 };
  const { old, proof } = request;
  if (old > claimed.size) return { status: 400 };
  const size = log.last?.size ?? 0;
  if (old !== size) return { status: 409, size, fork: false };
  if (log.last !== null && size === claimed.size && !sameBytes(log.last.root, claimed.root)) {
    return { status: 409, size, fork: true };
  }
  const root = log.last?.root ?? sha.digest(new Uint8Array(0));
  if (!verifyConsistency(sha, { old: { size, root }, size: claimed.size, root: claimed.root, proof }))
    return { status: 422 };
  const text = checkpointText(claimed);
  return { status: 200, checkpoint: claimed, cosign: (signer, seconds) => cosign(signer, text, seconds) };
}

function claimedBy(note: string): Checkpoint | null {
  const parsed = parseNote(note);
  return parsed === null ? null : parseCheckpoint(parsed.text);
}

/** Headers and body of an answer as they go over the wire. */
export const conflictType = 'text/x.tlog.size';
export const printConflict = (size: number): string => `${size}\n`;
export const parseConflict = (body: string): number | null =>
  body.endsWith('\n') ? parseSize(body.slice(0, -1)) : null;
export const printCosignatures = (lines: readonly NoteSignature[]): string => lines.map(printSignature).join('');

/** The cosignatures of known witnesses in an answer, checked against the checkpoint's note; null when one of them is false. */
export function readCosignatures(
  verify: VerifyEd25519,
  witnesses: readonly VerifierKey[],
  note: string,
  answer: string,
): readonly NoteSignature[] | null {
  const lines = parseSignatures(answer);
  const parsed = parseNote(note);
  if (lines === null || parsed === null) return null;
  const known = lines.filter((line) => witnesses.some(({ name, id }) => name === line.name && id === line.id));
  const opened = openNote(verify, witnesses, `${parsed.text}\n${printCosignatures(known)}`);
  return typeof opened === 'string' ? (known.length === 0 ? [] : null) : known;
}
