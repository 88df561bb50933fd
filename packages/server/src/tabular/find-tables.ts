import { hasClassifiedMark, type Kind } from '@sallyport/core/facts';
import type { TableSource } from './bytes.ts';
import { ClassifiedMark, nameless } from './classified-mark.ts';
import type { Problems } from './file-problem.ts';
import { kindByHeadings } from './find-heading.ts';
import { kindNamed } from './kind-names.ts';
import { isBlank, type RawRow } from './raw-row.ts';
import { peekCsv, readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

/** One table of a file: what kind of facts it holds and how to get its rows. */
export type Table = {
  readonly kind: Kind;
  readonly name: string;
  /** Gives the rows one by one; false when reading had to stop, and the problem says why. */
  readonly rows: (onRow: (row: RawRow) => void) => Promise<boolean>;
};

/** The kind a file's name tells, without its ending; a name that carries a mark is refused and not repeated. */
export function kindOfName(name: string): Kind | null {
  const stem = name.replace(/\.[^.]*$/, '');
  if (hasClassifiedMark(stem)) throw new ClassifiedMark(nameless(name), null);
  return kindNamed(stem);
}

/** The tables of a file, each with its kind: the one told, or that of the file's name, a sheet's name, or the headings. */
export function findTables(
  file: TableSource,
  form: 'csv' | 'xlsx',
  told: Kind | null,
  problems: Problems,
): Promise<Table[]> {
  const named = kindOfName(file.name);
  return form === 'csv' ? csvTable(file, told ?? named, problems) : sheetTables(file, told, named, problems);
}

async function csvTable(file: TableSource, named: Kind | null, problems: Problems): Promise<Table[]> {
  const kind = named ?? kindByHeadings(await peekCsv(file));
  if (kind) return [{ kind, name: file.name, rows: (onRow) => readCsv(file, problems, onRow) }];
  problems.add(file.name, null, null, 'unknown-kind');
  return [];
}

async function sheetTables(
  file: TableSource,
  told: Kind | null,
  named: Kind | null,
  problems: Problems,
): Promise<Table[]> {
  const sheets = await readWorkbook(file, problems);
  if (sheets === null) return [];
  const filled = sheets
    .map(({ name, rows }) => ({ name, rows: rows.map((cells, at) => ({ row: at + 1, cells })) }))
    .filter(({ rows }) => rows.some(({ cells }) => !cells.every(isBlank)));
  if (filled.length === 0) problems.add(file.name, null, null, 'empty');
  // The sheets beside the one told are somebody's notes.
  const wanted = told === null ? filled : filled.slice(0, 1);
  return wanted.flatMap(({ name, rows }, at) => {
    const kind = told ?? kindNamed(name) ?? (at === 0 ? named : null) ?? kindByHeadings(rows.slice(0, 20));
    if (kind === null) {
      problems.add(file.name, null, null, named === null && wanted.length === 1 ? 'unknown-kind' : 'unknown-sheet', {
        sheet: name,
      });
      return [];
    }
    const give = async (onRow: (row: RawRow) => void): Promise<boolean> => {
      rows.forEach(onRow);
      return true;
    };
    return [{ kind, name: wanted.length > 1 ? `${file.name}[${name}]` : file.name, rows: give }];
  });
}
