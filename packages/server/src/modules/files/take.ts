import type { Actor } from '../../platform/actions/actor.ts';
import { ExplainedError } from '../../platform/words/explained-error.ts';
import type { FilesParts } from './parts.ts';
import { readTicket } from './ticket.ts';

export type Taken = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** An upload that is read and not kept: by its ticket, once, by whoever uploaded it. Null where there is none. */
export function createTake({ files, sealer, clock }: Pick<FilesParts, 'files' | 'sealer' | 'clock'>) {
  return async (actor: Actor, ticket: string): Promise<Taken | null> => {
    const found = readTicket(sealer, actor.org, actor.account ?? '', ticket, clock.now() / 1000);
    if (found === null) return null;
    try {
      const pieces: Buffer[] = [];
      for await (const piece of await files.read({ id: found.file, sealedKey: found.sealedKey }))
        pieces.push(piece as Buffer);
      return { name: found.name, type: found.type, bytes: Buffer.concat(pieces) };
    } catch (error) {
      if (error instanceof ExplainedError) return null;
      throw error;
    } finally {
      await files.remove(found.file);
    }
  };
}
