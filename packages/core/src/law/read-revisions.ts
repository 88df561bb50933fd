import { dayOrNull } from './law.ts';
import type { PackProblem } from './problem.ts';
import { type PackText, readPack } from './read-pack.ts';
import type { TextMemory, YamlFile } from './yaml.ts';

type Texts = ReadonlyMap<string, string>;

export type PackReading = {
  /** Oldest revision first; each but the last is superseded from a day on. */
  readonly packs: readonly PackText[];
  readonly files: readonly YamlFile[];
  readonly problems: readonly PackProblem[];
};

/** Reads a folder with its earlier revisions: the newest lies at the top, each earlier one whole in `revisions/<number>/`. */
export function readRevisions(folder: string, texts: Texts, memory: TextMemory | null): PackReading {
  const { current, earlier } = apart(texts);
  const id = folder.split('/').at(-1) ?? folder;
  const readings = [...earlier]
    .toSorted(([a], [b]) => a - b)
    .map(([number, own]) => ({ number, ...readPack(`${folder}/revisions/${number}`, own, id, memory) }));
  const newest = readPack(folder, current, id, memory);
  for (const { number, pack } of readings) {
    if (pack && pack.instrument.revision !== number)
      pack.instrumentFile.fault(['revision'], {
        zh: `文件夹是revisions/${number}，这里却写${pack.instrument.revision}：请改成一致。`,
        en: `the folder is revisions/${number}, this says ${pack.instrument.revision}; make them agree`,
      });
  }
  const all = [...readings, newest];
  return {
    packs: superseded(all.flatMap(({ pack }) => pack ?? [])),
    files: all.flatMap(({ files }) => files),
    problems: all.flatMap(({ problems }) => problems),
  };
}

const inRevision = /^revisions\/([1-9][0-9]{0,5})\/(.+)$/;

function apart(texts: Texts): { current: Texts; earlier: ReadonlyMap<number, Texts> } {
  const current = new Map<string, string>();
  const earlier = new Map<number, Map<string, string>>();
  for (const [name, text] of texts) {
    const found = inRevision.exec(name);
    if (!found) {
      current.set(name, text);
      continue;
    }
    const [, number = '', inner = ''] = found;
    const own = earlier.get(Number(number)) ?? new Map<string, string>();
    earlier.set(Number(number), own.set(inner, text));
  }
  return { current, earlier };
}

/** Says of each revision from which day on the next one reads. Numbers and days both go up, or there would be no such day. */
function superseded(packs: readonly PackText[]): PackText[] {
  return packs.map((pack, index) => {
    const before = packs[index - 1];
    if (before && pack.instrument.revision <= before.instrument.revision)
      pack.instrumentFile.fault(['revision'], {
        zh: `应大于此前的修订号${before.instrument.revision}：请改写。`,
        en: `must be more than ${before.instrument.revision}, the revision before it`,
      });
    if (before && pack.instrument.appliesFrom <= before.instrument.appliesFrom)
      pack.instrumentFile.fault(['appliesFrom'], {
        zh: `应晚于此前修订的起用日${before.instrument.appliesFrom}：请改写。`,
        en: `must be later than ${before.instrument.appliesFrom}, from which the revision before it applies`,
      });
    const next = packs[index + 1];
    return next ? { ...pack, supersededFrom: dayOrNull(next.instrument.appliesFrom) } : pack;
  });
}
