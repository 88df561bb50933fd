import { readBank, readLessons } from '../courses/index.ts';
import { contentHash, type Law, type PackProblem, YamlFile } from '../law/index.ts';
import type { BriefingBlock, Library } from './library.ts';
import { type LibraryText, librarySchema } from './schema.ts';

export type LibraryReading = {
  /** Null where anything is wrong: a library with a problem is not used. */
  readonly library: Library | null;
  readonly problems: readonly PackProblem[];
};

const guide = 'docs/briefing.md';
const known = /^library\.yaml$|^questions\/[a-z0-9-]+\.yaml$|^lessons\/[a-z0-9-]+\.(?:zh|en)\.md$/;

/**
 * Reads and checks the library of blocks. Its texts and questions are held to what courses are held to: every clause is there, a method for each
 * scenario, and nothing that teaches suspicion of people for what they are.
 */
export function readLibrary(
  folder: string,
  files: ReadonlyMap<string, string>,
  law: Pick<Law, 'clauses'>,
  sha256: (text: string) => string,
): LibraryReading {
  const problems: PackProblem[] = [];
  const opened: YamlFile[] = [];
  const open = (name: string): YamlFile => {
    const file = new YamlFile(`${folder}/${name}`, files.get(name) ?? '', null, guide);
    opened.push(file);
    return file;
  };
  const file = open('library.yaml');
  const text = files.has('library.yaml') ? file.read(librarySchema) : null;
  if (!files.has('library.yaml')) file.fault([], faults.missing);
  if (text) checkBlocks(text, file);
  for (const name of files.keys())
    if (!known.test(name) || !(text?.blocks ?? []).some(({ id }) => name === 'library.yaml' || isOf(name, id)))
      problems.push({ file: `${folder}/${name}`, line: 1, column: 1, message: faults.unknown });
  const lessons = text ? readLessons(folder, { lessons: text.blocks.map(({ id }) => id) }, files, law) : null;
  problems.push(...(lessons?.problems ?? []));
  const blocks = text?.blocks.map(({ id, seats = [], when }, at): BriefingBlock => {
    const own = new Map([...files].filter(([name]) => isOf(name, id)));
    const lesson = lessons?.lessons[at] ?? { id, zh: nothing, en: nothing };
    const bank = files.has(`questions/${id}.yaml`) ? readBank(open(`questions/${id}.yaml`), law) : [];
    return { id, hash: contentHash(own, sha256), seats, when, text: lesson, questions: bank };
  });
  for (const one of opened) problems.push(...one.problems);
  const library =
    text && blocks && problems.length === 0
      ? {
          revision: text.revision,
          hash: contentHash(files, sha256),
          questions: text.questions,
          topics: text.topics,
          blocks,
        }
      : null;
  return { library, problems };
}

const nothing = { title: '', blocks: [] };
const isOf = (name: string, id: string): boolean =>
  [`lessons/${id}.zh.md`, `lessons/${id}.en.md`, `questions/${id}.yaml`].includes(name);

function checkBlocks({ blocks, topics }: LibraryText, file: YamlFile): void {
  for (const [at, { id }] of blocks.entries())
    if (blocks.findIndex((other) => other.id === id) < at) file.fault(['blocks', at, 'id'], faults.twice(id));
  for (const [at, { blocks: named }] of topics.entries())
    for (const [place, id] of named.entries())
      if (!blocks.some((one) => one.id === id)) file.fault(['topics', at, 'blocks', place], faults.none(id));
}

const faults = {
  missing: {
    zh: '缺少这个文件：它列出各个提醒内容和选用条件，请补上。',
    en: 'the file is missing; it lists the blocks and when each is chosen',
  },
  unknown: {
    zh: '此处不应有这个文件，或者library.yaml没有列出：请补列，或者移走文件。',
    en: 'this file has no place here, or library.yaml does not list it; add it there, or take the file away',
  },
  twice: (id: string) => ({
    zh: `${id}重复出现：请删去一处，或者改用其他编号。`,
    en: `${id} is there twice; remove one, or name it otherwise`,
  }),
  none: (id: string) => ({
    zh: `没有内容${id}：请补列，或者改正编号。`,
    en: `there is no block ${id}; add it, or put the name right`,
  }),
};
