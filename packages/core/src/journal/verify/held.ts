import type { Instant } from '../../calendar/index.ts';
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts';
import type { VerifierKey, VerifyEd25519 } from '../note/key.ts';
import { openNote } from '../note/open.ts';
import type { Finding } from './finding.ts';
import type { Pages } from './pages.ts';

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
export async function openHeld(
  verify: VerifyEd25519,
  keys: Keys,
  held: Pages<Held>,
): Promise<{ readonly opened: readonly OpenedCheckpoint[]; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const opened: OpenedCheckpoint[] = [];
  let number = 0;
  for await (const page of held) {
    for (const one of page) {
      number += 1;
      const found = openOne(verify, keys, one);
      if (typeof found === 'string') findings.push({ code: found, index: null, day: null, detail: { number } });
      else opened.push(found);
    }
  }
  return { opened, findings };
}

function openOne(
  verify: VerifyEd25519,
  { log, witnesses }: Keys,
  { note, outside, newestAt }: Held,
): OpenedCheckpoint | 'checkpoint-malformed' | 'checkpoint-unsigned' {
  const read = openNote(verify, [...log, ...witnesses], note);
  const signedByLog = typeof read !== 'string' && read.by.some(({ key }) => log.includes(key));
  const checkpoint = typeof read === 'string' ? null : parseCheckpoint(read.text);
  if (read === 'malformed' || (typeof read !== 'string' && checkpoint === null)) return 'checkpoint-malformed';
  if (typeof read === 'string' || !signedByLog || checkpoint === null) return 'checkpoint-unsigned';
  const seen = read.by.flatMap(({ seconds }) => (seconds === null ? [] : [seconds * 1_000_000]));
  const first = seen.length === 0 ? null : Math.min(...seen);
  return { checkpoint, own: !outside, outside: outside || first !== null, newestAt: newestAt ?? first };
}
