import { formatDay, formatInstant, parseDay, parseInstant } from '../calendar/index.ts';
import type { Field } from './field.ts';

/** What a cell of the register holds once read: days as day numbers, instants as microseconds, references as ids. */
export type Cell = string | number | boolean | null;

export type CellProblem =
  | 'missing'
  | 'not-a-day'
  | 'not-an-instant'
  | 'not-an-integer'
  | 'too-small'
  | 'not-a-boolean'
  | 'not-a-word'
  | 'not-an-id'
  | 'not-text'
  | 'too-long';

export type CellResult =
  | { readonly ok: true; readonly cell: Cell }
  | { readonly ok: false; readonly problem: CellProblem };

const ok = (cell: Cell): CellResult => ({ ok: true, cell });
const problem = (code: CellProblem): CellResult => ({ ok: false, problem: code });

/** Ids are printable ASCII without spaces, so that every engine sorts them alike. */
const idPattern = /^[A-Za-z0-9._:/@-]{1,80}$/;
export const isId = (text: string): boolean => idPattern.test(text);

/** The same rule for ids that are still bytes. */
export const longestId = 80;
const idBytes = Uint8Array.from({ length: 256 }, (_, byte) => (isId(String.fromCharCode(byte)) ? 1 : 0));
export const isIdByte = (byte: number): boolean => idBytes[byte] === 1;

const longestText = 4000;

/** Reads one cell as canonical JSON or CSV holds it. Null, undefined and the empty string are "not known". */
export function readCell(field: Field, value: unknown): CellResult {
  if (value === null || value === undefined || value === '') return field.nullable ? ok(null) : problem('missing');
  switch (field.type) {
    case 'day':
      return orProblem(typeof value === 'string' ? parseDay(value) : null, 'not-a-day');
    case 'instant':
      return orProblem(typeof value === 'string' ? parseInstant(value) : null, 'not-an-instant');
    case 'integer':
      return readInteger(field, value);
    case 'boolean':
      return value === true || value === 'true'
        ? ok(true)
        : value === false || value === 'false'
          ? ok(false)
          : problem('not-a-boolean');
    case 'word':
      return typeof value === 'string' && isWordOf(field, value) ? ok(value) : problem('not-a-word');
    case 'ref':
      return typeof value === 'string' && isId(value) ? ok(value) : problem('not-an-id');
    case 'text':
      return readText(value);
  }
}

const orProblem = (cell: Cell, code: CellProblem): CellResult => (cell === null ? problem(code) : ok(cell));

/** A word list without words is open: its words are codes declared by packs. */
const isWordOf = (field: Field, value: string): boolean => {
  const words = field.words ?? {};
  return Object.hasOwn(words, value) || (Object.keys(words).length === 0 && isId(value));
};

function readInteger(field: Field, value: unknown): CellResult {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^-?\d{1,16}$/.test(value)
        ? Number(value)
        : Number.NaN;
  if (!Number.isSafeInteger(number)) return problem('not-an-integer');
  // JSON writes a minus zero that no integer is; the databases hold none.
  return field.min !== undefined && number < field.min ? problem('too-small') : ok(number === 0 ? 0 : number);
}

/** Text is kept NFC, without U+0000 and lone surrogates, so that three engines see the same string (DECISIONS 2.5). */
function readText(value: unknown): CellResult {
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return problem('not-text');
  return value.length > longestText ? problem('too-long') : ok(value.normalize('NFC'));
}

/** The canonical text of a cell: the inverse of `readCell`. */
export function writeCell(field: Field, cell: Cell): string {
  if (cell === null) return '';
  if (field.type === 'day' && typeof cell === 'number') return formatDay(cell);
  if (field.type === 'instant' && typeof cell === 'number') return formatInstant(cell);
  return String(cell);
}
