import { Readable } from 'node:stream';
import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { Refused, refuse } from '../../platform/actions/refusal.ts';
import { attachmentHeaders } from '../../platform/files/file-name.ts';
import { ExplainedError } from '../../platform/words/explained-error.ts';
import { requireFact } from '../register/index.ts';
import * as contract from './contract.ts';
import type { FilesParts } from './parts.ts';
import * as store from './store.ts';

const personsOf = (person: string | null): string[] => (person === null ? [] : [person]);

export type GiveFile = (
  file: Pick<store.EvidenceFile, 'file' | 'name' | 'type' | 'size'>,
  org: string,
) => Promise<Response>;

/** The file itself, to be saved and never shown, for a query that has asked already whether it may be read. */
export const createGiveFile =
  ({ database, files }: Pick<FilesParts, 'database' | 'files'>): GiveFile =>
  async ({ file, name, type, size }, org) => {
    const sealedKey =
      (await database.inOrganisation(org, (tx) => store.keyOf(tx, file))) ?? refuse('request.not-found');
    const stream = await files.read({ id: file, sealedKey }).catch((error: unknown) => {
      throw error instanceof ExplainedError ? new Refused([{ code: 'files.gone' }]) : error;
    });
    // A later piece that was changed ends the stream: with the length announced, what was saved shows as cut off.
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: { ...attachmentHeaders(name, type), 'content-length': String(size) },
    });
  };

export function implementReading(parts: FilesParts): ImplementedQuery[] {
  const give = createGiveFile(parts);
  return [
    implementQuery(contract.listFiles, {
      async answer({ tx, actor }, { kind, id }) {
        const { person } = await requireFact(tx, actor, { kind, id }, 'read');
        const items = (await store.filesOf(tx, kind, id)).map(({ file, name, type, size, sha256, addedAt }) => ({
          file,
          name,
          type,
          size,
          sha256,
          addedAt: addedAt.toISOString(),
        }));
        return { output: { items }, persons: personsOf(person) };
      },
    }),
    implementQuery(
      contract.openFile,
      {
        async answer({ tx, actor }, { file: asked }) {
          const found = (await store.findFile(tx, asked)) ?? refuse('request.not-found');
          await requireFact(tx, actor, { kind: found.kind, id: found.fact }, 'read');
          const { file, name, type, size, sha256 } = found;
          return { output: { file, name, type, size, sha256 }, persons: personsOf(found.person) };
        },
      },
      (shown, { org }) => give(shown, org),
    ),
  ];
}
