import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { syncFolder, writeDurably } from '../disk/durable.ts';
import type { Sealer } from '../secrets/sealer.ts';
import { decryptPieces, encryptPieces } from './cipher.ts';
import { fileFault } from './kinds.ts';

export type Stored = {
  /** 128 random bits in hexadecimal: it tells nothing, not even the time. */
  readonly id: string;
  /** The file's own key, sealed. Without it the file is noise: dropping it erases the file in every backup as well. */
  readonly sealedKey: Buffer;
};

export type FileStore = {
  /** When it returns, the file is whole on the disk; when it fails, nothing is left of it. */
  readonly write: (source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<Stored>;
  /** Fails as a stream when a later piece was changed: whoever passes it on must end the answer as broken. */
  readonly read: (stored: Stored) => Promise<Readable>;
  /** `false` when there was none. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Removes what a killed process left half written; to be called before the first `write`. */
  readonly sweep: () => Promise<number>;
  /** Every whole file, with the milliseconds at which it was written. */
  readonly list: () => AsyncGenerator<{ readonly id: string; readonly writtenAt: number }>;
};

const place = (id: string): string => `file/${id}`;
const idShape = /^[0-9a-f]{32}$/;

export function createFileStore({ folder, sealer }: { readonly folder: string; readonly sealer: Sealer }): FileStore {
  const unfinished = join(folder, 'new');
  const pathOf = (id: string): string => {
    // An id from outside must not become a path.
    if (!idShape.test(id)) throw fileFault('gone');
    return join(folder, id.slice(0, 2), id.slice(2));
  };
  return {
    write: async (source) => {
      const id = randomBytes(16).toString('hex');
      const key = randomBytes(32);
      const path = join(unfinished, id);
      await mkdir(unfinished, { recursive: true, mode: 0o700 });
      await mkdir(join(folder, id.slice(0, 2)), { recursive: true, mode: 0o700 });
      try {
        await writeDurably(path, encryptPieces(source, createSecretKey(key), id));
        await rename(path, pathOf(id));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      await syncFolder(join(folder, id.slice(0, 2)));
      await syncFolder(folder);
      return { id, sealedKey: sealer.seal(key, place(id)) };
    },
    read: async ({ id, sealedKey }) => {
      const key = sealer.open(sealedKey, place(id));
      if (key === null) throw fileFault('changed');
      const path = pathOf(id);
      await access(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? fileFault('gone') : error;
      });
      return Readable.from(checked(path, createSecretKey(key), id), { objectMode: false });
    },
    remove: async (id) => {
      try {
        await rm(pathOf(id));
        await syncFolder(join(folder, id.slice(0, 2)));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    },
    list: async function* () {
      for (const first of await readdir(folder).catch(() => [])) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue;
        for (const rest of await readdir(join(folder, first))) {
          const about = await stat(join(folder, first, rest)).catch(() => null);
          if (idShape.test(first + rest) && about !== null) yield { id: first + rest, writtenAt: about.mtimeMs };
        }
      }
    },
    sweep: async () => {
      const left = await readdir(unfinished).catch(() => []);
      for (const name of left) await rm(join(unfinished, name), { force: true });
      return left.length;
    },
  };
}

/** Opens the file when the first piece is asked for, so that a stream nobody reads holds nothing open. */
async function* checked(path: string, key: KeyObject, id: string): AsyncGenerator<Buffer> {
  try {
    yield* decryptPieces(createReadStream(path), key, id);
  } catch (error) {
    throw fileFault('changed', error);
  }
}
