import type { z } from 'zod';
import type { Day } from '../calendar/index.ts';
import type { PackProblem } from './problem.ts';
import {
  type Clause,
  type ConflictText,
  clauseSchema,
  conflictsSchema,
  type InstrumentText,
  instrumentSchema,
  type NoParallel,
  type Parallel,
  parallelsSchema,
  type RuleText,
  ruleSchema,
  type SettingText,
  type StandingText,
  settingsSchema,
  standingSchema,
} from './schema.ts';
import { type TextMemory, YamlFile } from './yaml.ts';

/** One edition as read from its folder: shapes checked, meaning not yet. Each part remembers the file it came from. */
export type PackText = {
  readonly id: string;
  readonly instrument: InstrumentText;
  /** The first trigger day of the revision after this one; null of the newest. */
  readonly supersededFrom: Day | null;
  readonly texts: ReadonlyMap<string, string>;
  readonly instrumentFile: YamlFile;
  readonly clauses: readonly { readonly clause: Clause; readonly file: YamlFile; readonly index: number }[];
  readonly rules: readonly { readonly rule: RuleText; readonly file: YamlFile }[];
  readonly standing: readonly { readonly duty: StandingText; readonly file: YamlFile; readonly index: number }[];
  readonly parallels: readonly {
    readonly parallel: Parallel | NoParallel;
    readonly file: YamlFile;
    readonly index: number;
  }[];
  readonly conflicts: readonly { readonly conflict: ConflictText; readonly file: YamlFile; readonly index: number }[];
  readonly settings: readonly { readonly setting: SettingText; readonly file: YamlFile; readonly index: number }[];
};

/**
 * Reads the files of one folder, of the pack `id`. `files` maps paths inside the folder to their text. Null when the instrument itself cannot be
 * read.
 */
export function readPack(
  folder: string,
  files: ReadonlyMap<string, string>,
  id: string,
  memory: TextMemory | null,
): { pack: PackText | null; files: YamlFile[]; problems: PackProblem[] } {
  const opened: YamlFile[] = [];
  const problems: PackProblem[] = [];
  const open = (name: string): YamlFile => {
    const file = new YamlFile(`${folder}/${name}`, files.get(name) ?? '', memory);
    opened.push(file);
    return file;
  };
  const names = [...files.keys()].toSorted();
  for (const name of names) {
    if (!known.test(name))
      problems.push({
        file: `${folder}/${name}`,
        line: 1,
        column: 1,
        message: {
          zh: '规则包中不应有这个文件：请移走，可有的文件见docs/packs.md。',
          en: 'this file has no place in a pack; docs/packs.md lists the files',
        },
      });
  }
  if (!files.has('instrument.yaml')) {
    problems.push({
      file: `${folder}/instrument.yaml`,
      line: 1,
      column: 1,
      message: {
        zh: '缺少这个文件：它写明是哪一件法规文件，请补上。',
        en: 'the file is missing; it says what the instrument is',
      },
    });
    return { pack: null, files: opened, problems };
  }
  const instrumentFile = open('instrument.yaml');
  const instrument = instrumentFile.read(instrumentSchema);
  const rules = names
    .filter((name) => name.startsWith('rules/'))
    .flatMap((name) => {
      const file = open(name);
      const rule = file.read(ruleSchema);
      if (rule && name !== `rules/${rule.id}.yaml`)
        file.fault(['id'], {
          zh: `这条规则的文件应名为rules/${rule.id}.yaml：请改文件名或者编号。`,
          en: `the file of this rule must be named rules/${rule.id}.yaml`,
        });
      return rule ? [{ rule, file }] : [];
    });
  const lists = <T>(pattern: RegExp, schema: z.ZodType<T[]>): { value: T; file: YamlFile; index: number }[] =>
    names
      .filter((name) => pattern.test(name))
      .flatMap((name) => {
        const file = open(name);
        return (file.read(schema) ?? []).map((value, index) => ({ value, file, index }));
      });
  if (!instrument) return { pack: null, files: opened, problems };
  if (instrument.id !== id)
    instrumentFile.fault(['id'], {
      zh: `应与文件夹同名，即${id}：请改成一致。`,
      en: `must be the name of the folder, ${id}`,
    });
  const pack: PackText = {
    id: instrument.id,
    instrument,
    supersededFrom: null,
    texts: files,
    instrumentFile,
    rules,
    clauses: lists<Clause>(/^clauses(\.yaml|\/)/, clauseSchema.array()).map(({ value: clause, ...at }) => ({
      clause,
      ...at,
    })),
    standing: lists<StandingText>(/^standing\.yaml$/, standingSchema).map(({ value: duty, ...at }) => ({
      duty,
      ...at,
    })),
    parallels: lists<Parallel | NoParallel>(/^parallels\.yaml$/, parallelsSchema).map(({ value: parallel, ...at }) => ({
      parallel,
      ...at,
    })),
    conflicts: lists<ConflictText>(/^conflicts\.yaml$/, conflictsSchema).map(({ value: conflict, ...at }) => ({
      conflict,
      ...at,
    })),
    settings: lists<SettingText>(/^settings\.yaml$/, settingsSchema).map(({ value: setting, ...at }) => ({
      setting,
      ...at,
    })),
  };
  return { pack, files: opened, problems };
}

const known = /^(instrument|clauses|standing|parallels|conflicts|settings)\.yaml$|^(clauses|rules)\/[a-z0-9-]+\.yaml$/;
