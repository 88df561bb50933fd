import type { Readable } from 'node:stream';
import type { Sealer } from '../secrets/sealer.ts';
import { type Incoming, type Inspected, inspect, type RefuseText, refuseMarked } from './inspect.ts';
import { type FileLimits, type FileRefused, refuseFile, usualLimits } from './kinds.ts';
import { createFileStore, type FileStore, type Stored } from './store.ts';

/** A file as a room records it: where it is, what it is, and the hash of what is kept. */
export type KeptFile = Omit<Inspected, 'bytes'> & Stored & { readonly size: number };

export type Files = {
  readonly keep: (file: Incoming) => Promise<KeptFile | FileRefused>;
  /** To be asked before the first file of a request is read. */
  readonly refuseCount: (count: number) => FileRefused | null;
  readonly read: (stored: Stored) => Promise<Readable>;
  readonly remove: (id: string) => Promise<boolean>;
  readonly sweep: () => Promise<number>;
  readonly list: FileStore['list'];
};

type Options = {
  /** For files alone, within the data folder. */
  readonly folder: string;
  /** Of a key derived for files. */
  readonly sealer: Sealer;
  readonly limits?: FileLimits;
  readonly refuse?: RefuseText;
};

/** Evidence: taken in by content, redrawn or refused, and kept each under a key of its own. */
export function createFiles({ folder, sealer, limits = usualLimits, refuse = refuseMarked }: Options): Files {
  const { write, read, remove, sweep, list } = createFileStore({ folder, sealer });
  return {
    keep: async (file) => {
      const inspected = await inspect(file, limits, refuse);
      if (!inspected.ok) return inspected;
      const { bytes, ...about } = inspected;
      return { ...about, size: bytes.length, ...(await write([bytes])) };
    },
    refuseCount: (count) => (count > limits.count ? refuseFile('too-many', limits) : null),
    read,
    remove,
    sweep,
    list,
  };
}
