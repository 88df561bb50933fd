import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { hasClassifiedMark, type Kind } from '@sallyport/core/facts';
import { CliFailure } from '../failure.ts';
import type { Problems } from '../register/file-problem.ts';
import { formOf } from '../register/find-files.ts';
import { kindNamed } from '../register/kind-names.ts';
import type { OnBytes } from '../register/meter.ts';
import { type JsonRow, readJsonl } from '../register/read-jsonl.ts';
import { classifiedFound } from '../tabular/classified-mark.ts';
import { kindByHeadings } from '../tabular/find-heading.ts';
import { isBlank, type RawRow } from '../tabular/raw-row.ts';
import { peekCsv, readCsv } from '../tabular/read-csv.ts';
import { readWorkbook } from '../tabular/read-workbook.ts';

/** One table to import: what kind of facts it holds and how to get its rows. */
export type Source = {
  readonly kind: Kind;
  readonly name: string;
  readonly read:
    | { readonly as: 'table'; readonly rows: (onRow: (row: RawRow) => void) => Promise<boolean> }
    | { readonly as: 'json'; readonly rows: (onRow: (row: JsonRow, line: number) => void) => void };
};

/** The tables of the files given, each with its kind: the one told, or that of the file's name, a sheet's name, or the headings. */
export async function findSources(
  paths: readonly string[],
  told: Kind | null,
  problems: Problems,
  onBytes: OnBytes,
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const path of paths) {
    if (!existsSync(path) || !statSync(path).isFile()) {
      throw new CliFailure({ zh: '没有这个文件：{path}', en: 'There is no such file: {path}' }, { path });
    }
    const form = formOf(path);
    const name = basename(path);
    if (hasClassifiedMark(basename(name, extname(name)))) throw classifiedFound(`*${extname(name)}`, null);
    const kind = told ?? kindNamed(basename(name, extname(name)));
    const file = { path, name, onBytes };
    if (form === 'csv') sources.push(...(await csvSource(file, kind, problems)));
    else if (form === 'xlsx') sources.push(...(await sheetSources(file, told, kind, problems)));
    else if (form === 'jsonl' && kind)
      sources.push({ kind, name, read: { as: 'json', rows: (onRow) => readJsonl(file, problems, onRow) } });
    else if (form === 'jsonl') problems.add(name, null, null, 'unknown-kind');
    else {
      throw new CliFailure(
        {
          zh: '{name}：只能导入 .csv、.xlsx 或者 .jsonl 文件。',
          en: '{name}: only .csv, .xlsx and .jsonl files can be imported.',
        },
        { name },
      );
    }
  }
  return sources;
}

type File = { readonly path: string; readonly name: string; readonly onBytes: OnBytes };

async function csvSource(file: File, named: Kind | null, problems: Problems): Promise<Source[]> {
  const kind = named ?? kindByHeadings(await peekCsv(file));
  if (kind) return [{ kind, name: file.name, read: { as: 'table', rows: (onRow) => readCsv(file, problems, onRow) } }];
  problems.add(file.name, null, null, 'unknown-kind');
  return [];
}

async function sheetSources(file: File, told: Kind | null, named: Kind | null, problems: Problems): Promise<Source[]> {
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
    const place = wanted.length > 1 ? `${file.name}[${name}]` : file.name;
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
    return [{ kind, name: place, read: { as: 'table', rows: give } }];
  });
}
