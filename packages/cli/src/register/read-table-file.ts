import { open } from 'node:fs/promises';
import { hasClassifiedMark, type Kind } from '@sallyport/core/facts';
import type { OnBytes, TableSource } from '@sallyport/server/tabular/bytes';
import { ClassifiedMark, nameless } from '@sallyport/server/tabular/classified-mark';
import type { Problems } from '@sallyport/server/tabular/file-problem';
import { readCsv } from '@sallyport/server/tabular/read-csv';
import { createTableReader, type Fact, type TableOptions } from '@sallyport/server/tabular/read-table';
import { readWorkbook } from '@sallyport/server/tabular/read-workbook';
import type { FileForm } from './find-files.ts';

type NamedFile = { readonly path: string; readonly name: string; readonly onBytes?: OnBytes };
export type TableFile = NamedFile & { readonly form: FileForm };

export const sourceOfFile = ({ path, ...file }: NamedFile): TableSource => ({ ...file, open: () => open(path, 'r') });

/** Reads a CSV file, or the first sheet of a workbook, as facts of one kind. */
export async function readTableFile(
  file: TableFile,
  kind: Kind,
  options: TableOptions,
  problems: Problems,
  emit: (fact: Fact, row: number) => void,
): Promise<void> {
  if (hasClassifiedMark(file.name)) throw new ClassifiedMark(nameless(file.name), null);
  const reader = createTableReader(kind, file.name, options, problems, emit);
  if (file.form === 'csv') {
    if (!(await readCsv(sourceOfFile(file), problems, reader.row))) return;
  } else {
    const sheets = await readWorkbook(sourceOfFile(file), problems);
    if (sheets === null) return;
    sheets[0]?.rows.forEach((cells, at) => reader.row({ row: at + 1, cells }));
  }
  reader.end();
}
