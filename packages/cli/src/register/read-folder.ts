import { type Kind, type Register, RegisterBuilder, type RowProblem, Runs, vocabulary } from '@sallyport/core/facts';
import { createProblems, type FileProblem, type Problems } from '@sallyport/server/tabular/file-problem';
import { kindsInOrder } from '@sallyport/server/tabular/kind-names';
import { plainTable } from '@sallyport/server/tabular/read-table';
import { createReferences, labelField } from '@sallyport/server/tabular/references';
import { findRegisterFiles, type RegisterFile } from './find-files.ts';
import { createMeter } from './meter.ts';
import { type LineTaker, readJsonl } from './read-jsonl.ts';
import { readTableFile } from './read-table-file.ts';

/** A fact that is about to be written, with the place it came from. */
export type PlacedFact = {
  readonly fact: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly row: number;
};

export type ReadOptions = {
  /** Facts that stand in for the file of their kind: what an import is about to write. */
  readonly instead?: ReadonlyMap<string, Iterable<PlacedFact>>;
  /** Told how many bytes of how many have been read. */
  readonly progress?: (done: number, total: number) => void;
};

export type ReadRegister = { readonly register: Register; readonly problems: readonly FileProblem[] };

/**
 * Reads a register folder: one CSV, XLSX or JSONL file per kind of fact. A row with a problem is left out and said.
 */
export async function readRegister(folder: string, options: ReadOptions = {}): Promise<ReadRegister> {
  const problems = createProblems();
  return readRegisterFiles(findRegisterFiles(folder, problems), problems, options);
}

/** Kinds are read in the order of their references, so that a table may point at what is already there by its name. */
export async function readRegisterFiles(
  list: readonly RegisterFile[],
  problems: Problems,
  options: ReadOptions = {},
): Promise<ReadRegister> {
  const files = new Map(list.map((file) => [file.kind.name, file]));
  const builder = new RegisterBuilder(vocabulary);
  const places = new Map<string, Places>();
  const references = list.some(({ form }) => form !== 'jsonl') ? createReferences() : null;

  const onBytes = createMeter(
    list.map(({ path }) => path),
    options.progress ?? (() => {}),
  );
  for (const kind of kindsInOrder) {
    const listed = files.get(kind.name);
    const file = listed && { ...listed, onBytes };
    const instead = options.instead?.get(kind.name);
    if (file === undefined && instead === undefined) continue;
    const rows = createPlaces();
    places.set(kind.name, rows);
    const label = labelField(kind);
    const add = (row: Readonly<Record<string, unknown>>, place: Place): void => {
      rows.push(place);
      if (builder.add(kind, row) && references !== null)
        references.note(kind, String(row['id']), label === null ? null : row[label]);
      sayAll(builder.problems, places, problems, file);
    };
    if (instead !== undefined) for (const placed of instead) add(placed.fact, placed);
    else if (file?.form === 'jsonl')
      readJsonl(file, problems, add, references === null ? takerOf(kind, builder, rows) : undefined);
    else if (file !== undefined && references !== null)
      await readTableFile(file, kind, plainTable(references), problems, add);
  }
  const register = builder.build();
  for (const found of builder.problems.splice(0)) sayAll([found], places, problems, files.get(found.kind));
  return { register, problems: problems.list };
}

/** Hands lines to the builder as they stand, with no string made of them; tables that are read by name need the strings. */
function takerOf(kind: Kind, builder: RegisterBuilder, rows: Places): LineTaker {
  return {
    expect: (lines, first) =>
      builder.expect(kind, lines, kind.name.length + Math.min(40, Math.max(8, first.indexOf(',')))),
    take: (bytes, from, to, line) => {
      if (!builder.addLine(kind, bytes, from, to)) return false;
      rows.push(line);
      return true;
    },
  };
}

/** The line of the file of the kind, or a place in another file. */
type Place = number | { readonly file: string; readonly row: number };

/** The places of the facts of a kind, in the order they were added. */
type Places = { push(place: Place): void; at(row: number): Place | undefined };

function createPlaces(): Places {
  const lines = new Runs();
  const others = new Map<number, Place>();
  return {
    push: (place) => {
      if (typeof place !== 'number') others.set(lines.length, place);
      lines.push(typeof place === 'number' ? place : 0);
    },
    at: (row) => others.get(row) ?? lines.at(row),
  };
}

/** Says what the builder found, in terms of the files, and empties its list. */
function sayAll(
  found: RowProblem[],
  places: ReadonlyMap<string, Places>,
  problems: Problems,
  file: RegisterFile | undefined,
): void {
  if (found.length === 0) return;
  for (const { kind, row, field, problem, value } of found) {
    const place = places.get(kind)?.at(row);
    const [name, line] = typeof place === 'object' ? [place.file, place.row] : [file?.name ?? kind, place ?? null];
    problems.add(name, line, field, problem, { value, field });
  }
  found.length = 0;
}
