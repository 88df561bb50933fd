import type { Instant } from '../../calendar/index.ts';
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts';
import type { VerifierKey, VerifyEd25519 } from '../note/key.ts';
import { openNote } from '../note/open.ts';
import type { Finding } from './finding.ts';

/** A checkpoint someone kept. */
export type Held = {
  /** The signed note as it was handed out. */
  readonly note: string;
  /** Whether it was kept where the keeper of the log could not reach it: by a witness, in an earlier dossier, on paper. */
  readonly outside: boolean;
  /** When it was handed out as the newest, by the holder's own clock; null where nobody wrote it down. */
  readonly newestAt: Instant | null;
};

export type OpenedCheckpoint = {
  readonly checkpoint: Checkpoint;
  /** From the log's own store: what it says of itself now. */
  readonly own: boolean;
  /** Beyond the reach of the log's keeper: kept outside, or cosigned by a witness. */
  readonly outside: boolean;
  readonly newestAt: Instant | null;
};

type Keys = { readonly log: readonly VerifierKey[]; readonly witnesses: readonly VerifierKey[] };

/**
 * Opens what the log itself signed. A witness's cosignature dates it: the log asks for one when it has sealed, so the checkpoint was the
 * newest then; and it makes the checkpoint an outside one.
 */
export function openHeld(
  verify: VerifyEd25519,
  { log, witnesses }: Keys,
  held: readonly Held[],
): { readonly opened: readonly OpenedCheckpoint[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const opened: OpenedCheckpoint[] = [];
  for (const [n, { note, outside, newestAt }] of held.entries()) {
    const read = openNote(verify, [...log, ...witnesses], note);
    const signedByLog = typeof read !== 'string' && read.by.some(({ key }) => log.includes(key));
    const checkpoint = typeof read === 'string' ? null : parseCheckpoint(read.text);
    if (typeof read === 'string' || !signedByLog || checkpoint === null) {
      const malformed = read === 'malformed' || (typeof read !== 'string' && checkpoint === null);
      const code = malformed ? 'checkpoint-malformed' : 'checkpoint-unsigned';
      findings.push({ code, index: null, day: null, detail: { number: n + 1 } });
      continue;
    }
    const seen = read.by.flatMap(({ seconds }) => (seconds === null ? [] : [seconds * 1_000_000]));
    const first = seen.length === 0 ? null : Math.min(...seen);
    opened.push({ checkpoint, own: !outside, outside: outside || first !== null, newestAt: newestAt ?? first });
  }
  return { opened, findings };
}
