import type { Handle, OnBytes, TableSource } from './bytes.ts';
import { type CsvParser, CsvStop, createCsvParser } from './csv-parser.ts';
import { encodingOf } from './encoding.ts';
import type { Problems } from './file-problem.ts';
import { inMebibytes, limits } from './limits.ts';
import type { RawRow } from './raw-row.ts';
import { separatorOf } from './separator.ts';

const chunkSize = 1024 * 1024;

/**
 * Gives the rows of a CSV file one by one and holds no more than a piece of it. Returns false when it had to stop: the problem
 * says why, and whoever keeps the rows throws away what came before.
 */
export async function readCsv(source: TableSource, problems: Problems, onRow: (row: RawRow) => void): Promise<boolean> {
  const handle = await source.open();
  try {
    const { size } = await handle.stat();
    if (size === 0) return refuse(problems, source, null, 'empty');
    if (size > limits.bytes) {
      problems.add(source.name, null, null, 'too-big', { limit: inMebibytes(limits.bytes) });
      return false;
    }
    await parseAll(handle, problems, onRow, source.onBytes);
    return true;
  } catch (error) {
    if (error instanceof CsvStop) return refuse(problems, source, error.row, error.fault);
    // What TextDecoder throws in fatal mode.
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return refuse(problems, source, null, 'wrong-encoding');
    }
    throw error;
  } finally {
    await handle.close();
  }
}

/** The first rows of a CSV file, to tell from their headings what it holds; none when they cannot be read. */
export async function peekCsv(source: TableSource): Promise<RawRow[]> {
  const handle = await source.open();
  const rows: RawRow[] = [];
  try {
    const buffer = Buffer.alloc(64 * 1024);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const text = new TextDecoder(await encodingOf(handle)).decode(buffer.subarray(0, bytesRead));
    const { separator, skip } = separatorOf(text);
    createCsvParser(separator, (cells, row) => rows.push({ row, cells })).push(text.slice(skip));
  } catch (error) {
    // Reading the whole file will say what is wrong with it.
    if (!(error instanceof CsvStop)) throw error;
  } finally {
    await handle.close();
  }
  return rows.slice(0, 20);
}

function refuse(
  problems: Problems,
  source: TableSource,
  row: number | null,
  code: CsvStop['fault'] | 'empty' | 'wrong-encoding',
): false {
  problems.add(source.name, row, null, code, { limit: code === 'too-many-columns' ? limits.columns : limits.rows });
  return false;
}

async function parseAll(
  handle: Handle,
  problems: Problems,
  onRow: (row: RawRow) => void,
  onBytes: OnBytes = () => {},
): Promise<void> {
  const decoder = new TextDecoder(await encodingOf(handle), { fatal: true });
  const buffer = Buffer.alloc(chunkSize);
  let parser: CsvParser | undefined;
  for (let position = 0; !problems.full(); ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    position += bytesRead;
    onBytes(bytesRead);
    let text = decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 });
    if (parser === undefined) {
      const { separator, skip } = separatorOf(text);
      parser = createCsvParser(separator, (cells, row) => onRow({ row, cells }));
      text = text.slice(skip);
    }
    parser.push(text);
    if (bytesRead === 0) break;
  }
  parser?.end();
}
