import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { OnBytes } from '@sallyport/server/tabular/bytes';
import type { Problems } from '@sallyport/server/tabular/file-problem';
import { inMebibytes, limits } from '@sallyport/server/tabular/limits';

export type JsonlFile = { readonly path: string; readonly name: string; readonly onBytes?: OnBytes };
export type JsonRow = Readonly<Record<string, unknown>>;

/** Who takes lines as bytes where it can read them so; those it does not take are parsed. */
export type LineTaker = {
  /** Told at the first lines about how many there are and where they stand, to make room. */
  expect(lines: number, first: Buffer): void;
  take(bytes: Buffer, from: number, to: number, line: number): boolean;
};

const chunkSize = 4 * 1024 * 1024;
const newline = 10;

/**
 * Reads a JSONL file chunk by chunk; a line is parsed where it stands and given on with its number. Synchronous, because at a
 * million lines a second a promise for each would cost more than the line.
 */
export function readJsonl(
  file: JsonlFile,
  problems: Problems,
  onRow: (row: JsonRow, line: number) => void,
  taker?: LineTaker,
): void {
  const handle = openSync(file.path, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size > limits.bytes) {
      problems.add(file.name, null, null, 'too-big', { limit: inMebibytes(limits.bytes) });
      return;
    }
    const lines = lineReader(file.name, size, problems, onRow, taker);
    const buffer = Buffer.allocUnsafe(chunkSize);
    let kept = 0;
    for (;;) {
      const read = readSync(handle, buffer, kept, buffer.length - kept, null);
      file.onBytes?.(read);
      const filled = kept + read;
      const end = read === 0 ? filled : buffer.subarray(0, filled).lastIndexOf(newline) + 1;
      if (!lines.take(buffer.subarray(0, end)) || problems.full()) return;
      kept = filled - end;
      buffer.copyWithin(0, end, filled);
      if (read === 0) return;
      if (kept > limits.line) {
        problems.add(file.name, lines.next(), null, 'line-too-long');
        return;
      }
    }
  } finally {
    closeSync(handle);
  }
}

type LineReader = {
  /** Takes bytes that end with a line; false when the file cannot be read on. */
  take(bytes: Buffer): boolean;
  next(): number;
};

function lineReader(
  name: string,
  size: number,
  problems: Problems,
  onRow: (row: JsonRow, line: number) => void,
  taker: LineTaker | undefined,
): LineReader {
  let line = 0;
  const parse = (text: string): void => {
    line++;
    const row = objectIn(text);
    if (row !== null) onRow(row, line);
    else if (text.trim() !== '') problems.add(name, line, null, 'not-json');
  };
  return {
    next: () => line + 1,
    take: (bytes) => {
      if (!isUtf8(bytes)) {
        problems.add(name, line + 1, null, 'wrong-encoding');
        return false;
      }
      if (line === 0) taker?.expect(linesIn(size, bytes), bytes);
      // A byte order mark stands before the first line only.
      let from = line === 0 && bytes[0] === 0xef ? 3 : 0;
      const read = (to: number): void => {
        if (taker?.take(bytes, from, to, line + 1)) line++;
        else parse(bytes.toString('utf8', from, to));
      };
      for (let at = bytes.indexOf(newline, from); at !== -1; at = bytes.indexOf(newline, from)) {
        read(at);
        from = at + 1;
        if (line > limits.rows) {
          problems.add(name, null, null, 'too-many-rows', { limit: limits.rows });
          return false;
        }
      }
      if (from < bytes.length) read(bytes.length);
      return true;
    },
  };
}

/** About how many lines a file has, judged by the first of them; a little more, because a guess too low is paid for by a copy. */
function linesIn(size: number, bytes: Buffer): number {
  let lines = 1;
  let at = 0;
  for (let end = bytes.indexOf(newline); end !== -1 && lines < 1000; end = bytes.indexOf(newline, at)) {
    at = end + 1;
    lines++;
  }
  return Math.min(limits.rows, Math.ceil(((size * lines) / Math.max(1, at || bytes.length)) * 1.02));
}

function objectIn(text: string): JsonRow | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRow) : null;
  } catch {
    return null;
  }
}
