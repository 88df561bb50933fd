import { hasClassifiedMark, type Kind } from '@sallyport/core/facts';
import type { Problems } from '../register/file-problem.ts';
import { type FileForm } from '../register/find-files.ts';
import { classifiedFound } from './classified-mark.ts';
import { readCsv, type TableSource } from './read-csv.ts';
import { createTableReader, type Fact, type TableOptions } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';

export type TableFile = TableSource & { readonly form: FileForm };

/** Reads a CSV file, or the first sheet of a workbook, as facts of one kind. */
export async function readTableFile(
  file: TableFile,
  kind: Kind,
  options: TableOptions,
  problems: Problems,
  emit: (fact: Fact, row: number) => void,
): Promise<void> {
  if (hasClassifiedMark(file.name)) throw classifiedFound(file.name.replace(/.*(\.[a-z]+)$/i, '*$1'), null);
  const reader = createTableReader(kind, file.name, options, problems, emit);
  if (file.form === 'csv') {
    if (!(await readCsv(file, problems, reader.row))) return;
  } else {
    const sheets = await readWorkbook(file, problems);
    if (sheets === null) return;
    sheets[0]?.rows.forEach((cells, at) => reader.row({ row: at + 1, cells }));
  }
  reader.end();
}
