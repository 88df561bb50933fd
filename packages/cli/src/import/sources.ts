import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Kind } from '@sallyport/core/facts';
import type { OnBytes } from '@sallyport/server/tabular/bytes';
import type { Problems } from '@sallyport/server/tabular/file-problem';
import { findTables, kindOfName } from '@sallyport/server/tabular/find-tables';
import type { RawRow } from '@sallyport/server/tabular/raw-row';
import { CliFailure } from '../failure.ts';
import { formOf } from '../register/find-files.ts';
import { type JsonRow, readJsonl } from '../register/read-jsonl.ts';
import { sourceOfFile } from '../register/read-table-file.ts';

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
    const file = { path, name: basename(path), onBytes };
    const { name } = file;
    const kind = told ?? kindOfName(name);
    if (form === 'csv' || form === 'xlsx') {
      const tables = await findTables(sourceOfFile(file), form, told, problems);
      sources.push(...tables.map(({ rows, ...table }) => ({ ...table, read: { as: 'table' as const, rows } })));
    } else if (form === 'jsonl' && kind)
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
