import { ExplainedError } from '../../platform/words/explained-error.ts';
import type { FilesParts } from './parts.ts';
import * as store from './store.ts';

/** The one file that is kept of an object, whole, for a room that has asked already whether it may be read. */
export const createBytesOf =
  ({ database, files }: Pick<FilesParts, 'database' | 'files'>) =>
  async (org: string, kind: string, id: string): Promise<Buffer | null> => {
    const stored = await database.inOrganisation(org, async (tx) => {
      const [found] = await store.filesOf(tx, kind, id);
      const sealedKey = found === undefined ? null : await store.keyOf(tx, found.file);
      return found === undefined || sealedKey === null ? null : { id: found.file, sealedKey };
    });
    if (stored === null) return null;
    try {
      const pieces: Buffer[] = [];
      for await (const piece of await files.read(stored)) pieces.push(piece as Buffer);
      return Buffer.concat(pieces);
    } catch (error) {
      if (error instanceof ExplainedError) return null;
      throw error;
    }
  };
