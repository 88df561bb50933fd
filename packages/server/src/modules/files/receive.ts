import { admit } from '../../platform/actions/admit.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Receive } from '../../platform/http/uploads.ts';
import { addFile, sending } from './contract.ts';
import type { FilesParts } from './parts.ts';
import { writeTicket } from './ticket.ts';

/** Who brings packages of courses (modules/education): larger than evidence, and a program. */
const bringing = { 'security-officer': 'grant' } as const;

/** Files that are read at once: each lies in memory until it is judged. */
const mostAtOnce = 4;

/** Takes a file in and gives its ticket; only from somebody who could make it evidence, or attach it. */
export function createReceive({ files, sealer, clock }: Pick<FilesParts, 'files' | 'sealer' | 'clock'>): Receive {
  let reading = 0;
  return async (actor, incoming) => {
    admit(addFile.name, incoming.as === 'package' ? bringing : sending, actor);
    if (reading >= mostAtOnce) refuse('request.too-often');
    reading += 1;
    try {
      const kept = await files.keep(incoming);
      if (!kept.ok) return kept;
      const ticket = writeTicket(sealer, actor.org, actor.account ?? '', kept, clock.now() / 1000);
      const { name, kind, size, sha256 } = kept;
      return { ok: true, ticket, name, type: kind, size, sha256 };
    } finally {
      reading -= 1;
    }
  };
}
