import { decidedKinds } from '@sallyport/core/access';
import type { Kind } from '@sallyport/core/facts';
import { sourceOfBytes } from '../../tabular/bytes.ts';
import type { Problems } from '../../tabular/file-problem.ts';
import { findTables, type Table } from '../../tabular/find-tables.ts';
import { createTableReader } from '../../tabular/read-table.ts';
import type { References } from '../../tabular/references.ts';
import { kindsInOrder } from '../register/index.ts';

/** Columns whose blank cells empty their field. */
export type Blanks = boolean | readonly string[];

const emptiesOf = (blanks: Blanks, kind: Kind, column: string): boolean =>
  typeof blanks === 'boolean' ? blanks : blanks.includes(`${kind.name}.${column}`);

/** A file as it was uploaded, and the kind its bringer says it holds. */
export type Brought = {
  readonly name: string;
  readonly form: 'csv' | 'xlsx';
  readonly bytes: Buffer;
  readonly told: Kind | null;
  /** Whether a blank cell of a column that is there empties its field: of all columns, or of those named `kind.field`. */
  readonly blanks: Blanks;
};

/** A fact as a row says it: null where a blank cell was told to empty the field; otherwise a blank says nothing. */
export type ReadRow = {
  readonly kind: Kind;
  readonly id: string;
  readonly given: Readonly<Record<string, string | number | boolean | null>>;
  /** The fields of which the row says something: those that have a column, less blanks that say nothing. */
  readonly said: readonly string[];
  /** All fields that have a column, filled or blank. */
  readonly columns: readonly string[];
  readonly file: string;
  readonly line: number;
};

type FileTable = Table & Pick<Brought, 'blanks'>;

/** The tables of the files, those first that others refer to. */
export async function tablesOf(files: readonly Brought[], problems: Problems): Promise<FileTable[]> {
  const tables: FileTable[] = [];
  for (const { name, form, bytes, told, blanks } of files)
    for (const table of await findTables(sourceOfBytes(name, bytes), form, told, problems))
      tables.push({ ...table, blanks });
  for (const { kind, name } of tables)
    if (decidedKinds.has(kind.name)) problems.add(name, null, null, 'decided-kind', { kind: kind.label });
  const order = kindsInOrder();
  return tables
    .filter(({ kind }) => !decidedKinds.has(kind.name))
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

/** Every row that can be read; what is wrong with the others is said with its place. */
export async function rowsOf(
  tables: readonly FileTable[],
  references: References,
  offset: string,
  problems: Problems,
): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  const options = { references, set: new Map<string, string>(), leaveOut: new Set<string>(), offset };
  for (const { kind, name, blanks, rows: give } of tables) {
    const reader = createTableReader(kind, name, options, problems, ({ id, ...filled }, line, columns) => {
      const empty = columns.filter((column) => !Object.hasOwn(filled, column));
      const blank = empty.filter((column) => emptiesOf(blanks, kind, column));
      const given = { ...filled, ...Object.fromEntries(blank.map((column) => [column, null])) };
      const said = columns.filter((column) => Object.hasOwn(given, column));
      rows.push({ kind, id, given, said, columns, file: name, line });
    });
    if (await give(reader.row)) reader.end();
  }
  return rows;
}
