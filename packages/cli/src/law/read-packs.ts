import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { vocabulary } from '@sallyport/core/facts';
import { formatProblem, type Law, type LawReading, type PackProblem, readLaw } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';
import { packTexts, readCalendars } from '@sallyport/server';
import { CliFailure } from '../failure.ts';
import type { Language } from '../words.ts';
import { keptTexts } from './text-memory.ts';

type Files = Map<string, Map<string, string>>;

/** Every pack under the folders; a folder may be one pack or hold several. A later folder's pack replaces an earlier one's of that name. */
function packFiles(folders: readonly string[] = [packsFolder]): Files {
  const packs: Files = new Map();
  for (const folder of folders) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      throw new CliFailure(
        { zh: '找不到文件夹“{folder}”。请检查路径。', en: 'There is no folder "{folder}". Check the path.' },
        { folder },
      );
    }
    const found = isPack(folder) ? [folder] : subfolders(folder).filter(isPack);
    if (found.length === 0) {
      throw new CliFailure(
        {
          zh: '“{folder}”里没有规则包：规则包文件夹内应有 instrument.yaml，条款核实文件夹内应有 overlay.yaml。',
          en: '"{folder}" holds no pack: a pack is a folder with an instrument.yaml, an overlay one with an overlay.yaml.',
        },
        { folder },
      );
    }
    for (const path of found) packs.set(basename(resolve(path)), packTexts(path));
  }
  return packs;
}

/** A pack, or an overlay over one. */
const isPack = (folder: string): boolean =>
  existsSync(join(folder, 'instrument.yaml')) || existsSync(join(folder, 'overlay.yaml'));

const subfolders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));

/**
 * The law of some folders. Packs given are laid over the product's own, one by one by name, so that a change of one pack, an overlay or a pack of
 * the organisation's own can be read alone. A folder with settings and at least one instrument stands for itself: the whole state of a law.
 */
export function readPacks(folders: readonly string[] = []): LawReading {
  const given = folders.length > 0 ? packFiles(folders) : new Map<string, Map<string, string>>();
  const whole = given.has('org-policy') && given.size > 1;
  const memory = keptTexts();
  const reading = readLaw(whole ? given : new Map([...packFiles(), ...given]), vocabulary, memory);
  memory.save();
  return reading;
}

/** The law, or a failure that lists what is wrong in the packs: a law with problems is not evaluated. */
export const lawOf = (folders: readonly string[] = []): Law => sound(readPacks(folders));

/** A problem as JSON has it: its sentence in one language. */
export const said = (problem: PackProblem, language: Language) => ({ ...problem, message: problem.message[language] });

const listed = (problems: readonly PackProblem[], language: Language): string =>
  problems
    .slice(0, 20)
    .map((problem) => formatProblem(problem, language))
    .join('\n');

function sound({ law, problems }: LawReading): Law {
  if (problems.length === 0) return law;
  throw new CliFailure(
    {
      zh: '规则包有{count}处问题，不能计算：\n{list}',
      en: 'The packs have {count} problems and cannot be evaluated:\n{list}',
    },
    { count: problems.length, list: { zh: listed(problems, 'zh'), en: listed(problems, 'en') } },
    (language: Language) => problems.map((problem) => said(problem, language)),
  );
}

/** The working-day calendars by id. */
export const calendars = readCalendars;
