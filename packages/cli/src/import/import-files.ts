import { existsSync } from 'node:fs';
import type { Kind } from '@sallyport/core/facts';
import type { Law } from '@sallyport/core/law';
import { createProblems, type FileProblem, type Problems } from '@sallyport/server/tabular/file-problem';
import { kindsInOrder } from '@sallyport/server/tabular/kind-names';
import { unboundPeople } from '@sallyport/server/tabular/population';
import { createTableReader, plainTable, type TableOptions } from '@sallyport/server/tabular/read-table';
import { createReferences, labelField } from '@sallyport/server/tabular/references';
import { idOfContent } from '@sallyport/server/tabular/row-id';
import { CliFailure } from '../failure.ts';
import { findRegisterFiles, type RegisterFile } from '../register/find-files.ts';
import { createMeter } from '../register/meter.ts';
import { readRegisterFiles } from '../register/read-folder.ts';
import { readJsonl } from '../register/read-jsonl.ts';
import { readTableFile } from '../register/read-table-file.ts';
import { refusedSettings } from '../register/refused-settings.ts';
import { type OpenImport, openImport } from './commit.ts';
import { refuseMarks } from './refuse-marks.ts';
import { findSources, type Source } from './sources.ts';
import { type Change, createStage, newBudget, type Stage } from './stage.ts';

export type ImportOptions = Pick<TableOptions, 'set' | 'leaveOut' | 'offset'> & {
  readonly kind: Kind | null;
  readonly replace: boolean;
  readonly dryRun: boolean;
  /** The law that settings are held to; read only when there are some. */
  readonly law: () => Law;
  /** Told how many bytes of the files have been read. */
  readonly progress?: (done: number, total: number) => void;
};

export type ImportResult = { readonly changes: readonly Change[]; readonly problems: readonly FileProblem[] };

/** Brings files into a register: all of what they hold, or nothing and the list of what is wrong. */
export async function importFiles(
  paths: readonly string[],
  into: string,
  options: ImportOptions,
): Promise<ImportResult> {
  const under = options.dryRun ? null : openImport(into);
  try {
    return await importUnder(under, paths, into, options);
  } finally {
    under?.end();
  }
}

async function importUnder(
  under: OpenImport | null,
  paths: readonly string[],
  into: string,
  options: ImportOptions,
): Promise<ImportResult> {
  const problems = createProblems();
  const there = existsSync(into) ? findRegisterFiles(into, createProblems()) : [];
  const sources = await findSources(paths, options.kind, problems, createMeter(paths, options.progress ?? (() => {})));
  refuseOtherForms(there, sources);
  const stages = await stageAll(there, sources, options, problems);
  if (problems.list.length === 0) await checkWhole(there, stages, problems, options.law);
  const changes = [...stages.values()].map((stage) => stage.change());
  if (problems.list.length > 0 || under === null) return { changes, problems: problems.list };
  const names = new Map(there.map(({ kind, name }) => [kind.name, name]));
  const changed = [...stages.values()].filter((stage) => stage.change().added + stage.change().replaced > 0);
  if (changed.length > 0) {
    under.commit(
      changed.map((stage) => ({
        name: names.get(stage.kind.name) ?? `${stage.kind.name}.jsonl`,
        lines: stage.lines(),
      })),
    );
  }
  return { changes, problems: [] };
}

/** A register that people keep in spreadsheets stays theirs: the program would have to rewrite the file. */
function refuseOtherForms(there: readonly RegisterFile[], sources: readonly Source[]): void {
  const kinds = new Set(sources.map(({ kind }) => kind.name));
  const other = there.find(({ kind, form }) => form !== 'jsonl' && kinds.has(kind.name));
  if (other === undefined) return;
  throw new CliFailure(
    {
      zh: '登记信息文件夹中的 {name} 不是 JSONL，无法并入。请把它与要导入的文件一起导入一个新文件夹。',
      en: '{name} in the register folder is not JSONL and cannot be added to. Import it together with your files into a new folder.',
    },
    { name: other.name },
  );
}

/** Reads kind after kind, so that what a row points at is there before it, by id or by name. */
async function stageAll(
  there: readonly RegisterFile[],
  sources: readonly Source[],
  options: ImportOptions,
  problems: Problems,
): Promise<Map<string, Stage>> {
  const references = createReferences();
  const budget = newBudget();
  const stages = new Map<string, Stage>();
  for (const kind of kindsInOrder) {
    const file = there.find((each) => each.kind === kind);
    const brought = sources.filter((source) => source.kind === kind);
    const stage = createStage(kind, options.replace, budget, problems);
    const label = labelField(kind);
    const note = (row: Readonly<Record<string, unknown>>): void =>
      references.note(kind, String(row['id']), label === null ? null : row[label]);
    if (file?.form === 'jsonl') {
      readJsonl(file, problems, (row, line) => {
        note(row);
        if (brought.length > 0) stage.before(row, file.name, line);
      });
    } else if (file !== undefined) await readTableFile(file, kind, plainTable(references), problems, () => {});
    for (const { name, read } of brought) {
      if (read.as === 'json') {
        read.rows((given, line) => {
          refuseMarks(given, name, line);
          const row = typeof given['id'] === 'string' ? given : { ...given, id: idOfContent(kind.name, given) };
          note(row);
          stage.bring(row, name, line);
        });
        continue;
      }
      const reader = createTableReader(kind, name, { ...options, references }, problems, (fact, row) =>
        stage.bring(fact, name, row),
      );
      if (await read.rows(reader.row)) reader.end();
    }
    if (brought.length > 0) stages.set(kind.name, stage);
  }
  return stages;
}

/** The register as it would be must be whole before a byte of it is written. */
async function checkWhole(
  there: readonly RegisterFile[],
  stages: ReadonlyMap<string, Stage>,
  problems: Problems,
  law: () => Law,
): Promise<void> {
  const instead = new Map([...stages].map(([kind, stage]) => [kind, stage.placed()]));
  const { register } = await readRegisterFiles(there, problems, { instead });
  for (const id of unboundPeople(register)) {
    const place = stages.get('person')?.place(id);
    if (place) problems.add(place.file, place.row, null, 'unbound-person');
  }
  const settings = stages.get('setting');
  if (!settings) return;
  // What was recorded before stays: a law that becomes stricter is not retroactive.
  for (const { id, reason } of refusedSettings(law(), register)) {
    const place = settings.place(id);
    if (place) problems.add(place.file, place.row, 'value', 'setting-refused', { reason });
  }
}
