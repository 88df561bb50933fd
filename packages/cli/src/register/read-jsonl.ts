import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inMebibytes, limits } from '../limits.ts';
import type { Problems } from './file-problem.ts';
import type { OnBytes } from './meter.ts';

export type JsonlFile = { readonly path: string; readonly name: string; readonly onBytes?: OnBytes };
export type JsonRow = Readonly<Record<string, unknown>>;

const chunkSize = 4 * 1024 * 1024;
const newline = 10;

/**
 * Reads a JSONL file chunk by chunk; a line is parsed where it stands and given on with its number. Synchronous, because at a
 * million lines a second a promise for each would cost more than the line.
 */
export function readJsonl(file: JsonlFile, problems: Problems, onRow: (row: JsonRow, line: number) => void): void {
  const handle = openSync(file.path, 'r');
  try {
    if (fstatSync(handle).size > limits.bytes) {
      problems.add(file.name, null, null, 'too-big', { limit: inMebibytes(limits.bytes) });
      return;
    }
    const lines = lineReader(file.name, problems, onRow);
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

function lineReader(name: string, problems: Problems, onRow: (row: JsonRow, line: number) => void): LineReader {
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
      // A byte order mark stands before the first line only.
      const text = bytes.toString('utf8', line === 0 && bytes[0] === 0xef ? 3 : 0);
      let from = 0;
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
        parse(text.slice(from, at));
        from = at + 1;
        if (line > limits.rows) {
          problems.add(name, null, null, 'too-many-rows', { limit: limits.rows });
          return false;
        }
      }
      if (from < text.length) parse(text.slice(from));
      return true;
    },
  };
}

function objectIn(text: string): JsonRow | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRow) : null;
  } catch {
    return null;
  }
}
