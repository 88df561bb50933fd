import type { Actor } from '../../platform/actions/actor.ts';
import { ExplainedError } from '../../platform/words/explained-error.ts';
import type { FilesParts } from './parts.ts';
import { readTicket } from './ticket.ts';

export type Taken = { readonly name: string; readonly type: string; readonly bytes: Buffer };

type TakeParts = Pick<FilesParts, 'files' | 'sealer' | 'clock'>;

/** An upload that is read and not kept: by its ticket, once, by whoever uploaded it. Null where there is none. */
export function createTake(parts: TakeParts) {
  const peek = createPeek(parts);
  return async (actor: Actor, ticket: string): Promise<Taken | null> => {
    const found = readTicket(parts.sealer, actor.org, actor.account ?? '', ticket, parts.clock.now() / 1000);
    if (found === null) return null;
    try {
      return await peek(actor, ticket);
    } finally {
      await parts.files.remove(found.file);
    }
  };
}

/** An upload that is looked into before it is made evidence of something. */
export function createPeek({ files, sealer, clock }: TakeParts) {
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
    }
  };
}
