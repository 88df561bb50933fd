import { type Checkpoint, openNote, parseCheckpoint, parseOrigin } from '@sallyport/core/journal';
import { verifyEd25519 } from '../../platform/signing/ed25519.ts';
import { originClaimed } from './keys-of.ts';
import { type JournalParts, logSigner, originOf } from './log.ts';

type Parts = Pick<JournalParts, 'installation' | 'key'>;

/** A checkpoint that this installation signed, of whichever of its logs; null where it is none, or of another installation. */
function ownCheckpoint(parts: Parts, note: string): Checkpoint | null {
  const [origin = ''] = originClaimed(note);
  if (!origin.startsWith(`${parts.installation}/`)) return null;
  const read = openNote(verifyEd25519, [logSigner(parts, origin).key], note);
  return typeof read === 'string' ? null : parseCheckpoint(read.text);
}

/** Whether each of the notes that somebody kept is a checkpoint we signed. */
export const allOurs = (parts: Parts, notes: readonly string[]): boolean =>
  notes.every((note) => ownCheckpoint(parts, note) !== null);

/** The newest checkpoint of an organisation's log among those somebody kept: of the last epoch, the greatest. */
export function newestHeld(parts: Parts, org: string, notes: readonly string[]): Checkpoint | null {
  const log = parseOrigin(originOf(parts, org, 1))?.log;
  const ours = notes.flatMap((note) => {
    const checkpoint = ownCheckpoint(parts, note);
    const of = parseOrigin(checkpoint?.origin ?? '');
    return checkpoint === null || of?.log !== log ? [] : [{ checkpoint, epoch: of?.epoch ?? 0 }];
  });
  const [newest] = ours.toSorted((a, b) => b.epoch - a.epoch || b.checkpoint.size - a.checkpoint.size);
  if (newest === undefined) return null;
  const { origin, size, root } = newest.checkpoint;
  return { origin, size, root };
}
