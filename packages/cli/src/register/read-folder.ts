import { type Register, RegisterBuilder, type RowProblem, vocabulary } from '@sallyport/core/facts';
import { type Fact, plainTable } from '../tabular/read-table.ts';
import { readTableFile } from '../tabular/read-table-file.ts';
import { createReferences, labelField } from '../tabular/references.ts';
import { createProblems, type FileProblem, type Problems } from './file-problem.ts';
import { findRegisterFiles } from './find-files.ts';
import { kindsInOrder } from './kind-names.ts';
import { readJsonl } from './read-jsonl.ts';

export type ReadOptions = {
  /** Facts that stand in for the file of their kind: what an import is about to write. */
  readonly instead?: ReadonlyMap<string, Iterable<Fact>>;
  readonly progress?: (done: number, total: number) => void;
};

export type ReadRegister = { readonly register: Register; readonly problems: readonly FileProblem[] };

/**
 * Reads a register folder: one CSV, XLSX or JSONL file per kind of fact. Kinds are read in the order of their references, so that a
 * table of people's may point at what is already there by its name. A row with a problem is left out and said.
 */
export async function readRegister(folder: string, options: ReadOptions = {}): Promise<ReadRegister> {
  const problems = createProblems();
  const files = new Map(findRegisterFiles(folder, problems).map((file) => [file.kind.name, file]));
  const builder = new RegisterBuilder(vocabulary);
  const places = new Map<string, Places>();
  const references = [...files.values()].some(({ form }) => form !== 'jsonl') ? createReferences() : null;

  let done = 0;
  for (const kind of kindsInOrder) {
    const file = files.get(kind.name);
    const instead = options.instead?.get(kind.name);
    if (file === undefined && instead === undefined) continue;
    const place: Places = { file: file?.name ?? `${kind.name}.jsonl`, rows: [] };
    places.set(kind.name, place);
    const label = labelField(kind);
    const add = (row: Readonly<Record<string, unknown>>, line: number): void => {
      place.rows.push(line);
      if (builder.add(kind, row) && references !== null)
        references.note(kind, String(row['id']), label === null ? null : row[label]);
      sayAll(builder.problems, places, problems);
    };
    if (instead !== undefined) {
      let line = 0;
      for (const fact of instead) add(fact, ++line);
    } else if (file?.form === 'jsonl') readJsonl(file, problems, add);
    else if (file !== undefined && references !== null)
      await readTableFile(file, kind, plainTable(references), problems, add);
    options.progress?.(++done, files.size);
  }
  const register = builder.build();
  sayAll(builder.problems, places, problems);
  return { register, problems: problems.list };
}

type Places = { readonly file: string; readonly rows: number[] };

/** Says what the builder found, in terms of the files, and empties its list. */
function sayAll(found: RowProblem[], places: ReadonlyMap<string, Places>, problems: Problems): void {
  if (found.length === 0) return;
  for (const { kind, row, field, problem, value } of found) {
    const place = places.get(kind);
    problems.add(place?.file ?? kind, place?.rows[row] ?? null, field, problem, { value, field });
  }
  found.length = 0;
}
