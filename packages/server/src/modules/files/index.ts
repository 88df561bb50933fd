import type { KeyObject } from 'node:crypto';
import type { Actor } from '../../platform/actions/actor.ts';
import type { Room } from '../../platform/actions/implement.ts';
import type { Receive } from '../../platform/http/uploads.ts';
import { deriveKey } from '../../platform/secrets/derive-key.ts';
import { createSealer } from '../../platform/secrets/sealer.ts';
import { createBytesOf } from './bytes-of.ts';
import { type AddEvidence, createAddEvidence, createKeepFile, implementEvidence, type KeepFile } from './evidence.ts';
import type { FilesParts } from './parts.ts';
import { createGiveFile, type GiveFile, implementReading } from './reading.ts';
import { createReceive } from './receive.ts';
import { createPeek, createTake, type Taken } from './take.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { fileTables } from './columns.ts';
export { type AddEvidence, packageKind } from './evidence.ts';
export { moveFilesOfPerson, returnFiles } from './move-files.ts';
export { eraseFilesOfSubjects, filesOf } from './store.ts';
export { sweepFiles } from './sweep.ts';
export type { Taken } from './take.ts';

export type FilesRoom = Room & {
  readonly receive: Receive;
  readonly take: (actor: Actor, ticket: string) => Promise<Taken | null>;
  readonly peek: (actor: Actor, ticket: string) => Promise<Taken | null>;
  readonly add: AddEvidence;
  /** For a room that decides itself who may attach to its objects, and who reads what is attached. */
  readonly keep: KeepFile;
  readonly give: GiveFile;
  /** For a room that gives out parts of what it kept; null where it is gone. */
  readonly bytesOf: ReturnType<typeof createBytesOf>;
};

/** Evidence as files: taken in by content, encrypted each with its key, given out as attachments only, gone with the fact it shows. */
export function filesRoom({
  sealingKey,
  ...rest
}: Omit<FilesParts, 'sealer'> & { readonly sealingKey: KeyObject }): FilesRoom {
  const parts: FilesParts = { ...rest, sealer: createSealer({ key: deriveKey(sealingKey, 'upload-ticket') }) };
  return {
    actions: implementEvidence(parts),
    queries: implementReading(parts),
    words: { zh, en },
    receive: createReceive(parts),
    take: createTake(parts),
    peek: createPeek(parts),
    add: createAddEvidence(parts),
    keep: createKeepFile(parts),
    give: createGiveFile(parts),
    bytesOf: createBytesOf(parts),
  };
}
