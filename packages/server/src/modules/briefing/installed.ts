import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Library, readLibrary } from '@sallyport/core/briefing';
import { formatProblem, type Law } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';
import { packTexts } from '../law/index.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The library that comes with the program, read when somebody asks for the first time. One with a problem is a fault of the program. */
export function createLibrary(law: Pick<Law, 'clauses'>): () => Library {
  let read: Library | undefined;
  return () => {
    if (read !== undefined) return read;
    const { library, problems } = readLibrary('briefing', packTexts(join(packsFolder, 'briefing')), law, sha256);
    if (library === null)
      throw new Error(
        `The briefing has problems:\n${problems.map((problem) => formatProblem(problem, 'en')).join('\n')}`,
      );
    return (read = library);
  };
}
