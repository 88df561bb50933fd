import { isIdByte, longestId } from './cell.ts';
import type { ColumnDraft } from './drafts/draft.ts';

const quote = 34;
const backslash = 92;
const colon = 58;
const comma = 44;
const open = 123;
const close = 125;
const space = 32;
const minus = 45;
const zero = 48;
const nine = 57;
const noKey = new Uint8Array(0);
const words = [null, true, false].map((value) => [new TextEncoder().encode(String(value)), value] as const);

/**
 * Reads a fact from a line of JSON as programs write it, `{"id":"…","field":…}`, straight into its columns. It takes a line only when it is
 * sure of it; whatever is unusual (an escape, white space, a field not known or named twice, a value with a fault) it leaves to
 * `JSON.parse` and `add`, which read every line alike and can say what is wrong (plain-line.test.ts).
 */
export class PlainLines {
  /** Where the id of the last line stands. */
  idFrom = 0;
  idTo = 0;
  readonly #keys: readonly Uint8Array[];
  readonly #columns: readonly ColumnDraft[];
  /** The line in which each field was last seen. */
  readonly #seen: Int32Array;
  #line = 0;

  constructor(names: readonly string[], columns: readonly ColumnDraft[]) {
    this.#keys = [...names, 'id'].map((name) => new TextEncoder().encode(`"${name}"`));
    this.#columns = columns;
    this.#seen = new Int32Array(this.#keys.length);
  }

  /** Whether the line was read, its cells put in row `row` and its id left in `idFrom` and `idTo`. */
  read(bytes: Uint8Array, from: number, to: number, row: number): boolean {
    this.#line++;
    this.idTo = -1;
    let at = from;
    if (bytes[at++] !== open) return false;
    for (let expected = this.#keys.length - 1; ; ) {
      const field = this.#keyAt(bytes, at, expected);
      if (field < 0 || this.#seen[field] === this.#line) return false;
      this.#seen[field] = this.#line;
      expected = field + 1;
      at += this.#keys[field]?.length ?? 0;
      if (bytes[at++] !== colon) return false;
      if (bytes[at] === space) at++;
      at = this.#value(bytes, at, to, field, row);
      if (at < 0) return false;
      const next = bytes[at++];
      if (next === close) break;
      if (next !== comma) return false;
      if (bytes[at] === space) at++;
    }
    return at === to && this.idTo > 0 && this.#restUnknown(row);
  }

  /** The field whose name stands here, looked for from the one expected; -1 for none. */
  #keyAt(bytes: Uint8Array, at: number, expected: number): number {
    const count = this.#keys.length;
    for (let tried = 0; tried < count; tried++) {
      const field = (expected + tried) % count;
      const key = this.#keys[field] ?? noKey;
      let same = 0;
      while (same < key.length && bytes[at + same] === key[same]) same++;
      if (same === key.length) return field;
    }
    return -1;
  }

  /** Puts a value in its cell; gives the place behind it, -1 when it is left to others. */
  #value(bytes: Uint8Array, at: number, to: number, field: number, row: number): number {
    const column = this.#columns[field];
    if (bytes[at] !== quote) return column === undefined ? -1 : literal(bytes, at, column, row);
    let end = at + 1;
    for (; bytes[end] !== quote; end++) {
      if (end >= to || bytes[end] === backslash || (bytes[end] ?? 0) < space) return -1;
    }
    if (column === undefined) return this.#id(bytes, at + 1, end) ? end + 1 : -1;
    const taken = end === at + 1 ? column.put(row, '') === null : column.putBytes(row, bytes, at + 1, end);
    return taken ? end + 1 : -1;
  }

  #id(bytes: Uint8Array, from: number, to: number): boolean {
    if (to === from || to - from > longestId) return false;
    for (let at = from; at < to; at++) if (!isIdByte(bytes[at] ?? 0)) return false;
    this.idFrom = from;
    this.idTo = to;
    return true;
  }

  #restUnknown(row: number): boolean {
    for (let field = 0; field < this.#columns.length; field++) {
      if (this.#seen[field] !== this.#line && this.#columns[field]?.put(row, undefined) !== null) return false;
    }
    return true;
  }
}

/** `null`, `true`, `false` or a whole number of a few digits. */
function literal(bytes: Uint8Array, at: number, column: ColumnDraft, row: number): number {
  for (const [word, value] of words) {
    if (bytes[at] !== word[0]) continue;
    for (let same = 1; same < word.length; same++) if (bytes[at + same] !== word[same]) return -1;
    return column.put(row, value) === null ? at + word.length : -1;
  }
  let end = bytes[at] === minus ? at + 1 : at;
  const first = end;
  let number = 0;
  for (; (bytes[end] ?? 0) >= zero && (bytes[end] ?? 0) <= nine; end++) number = number * 10 + (bytes[end] ?? 0) - zero;
  // JSON knows no 007, and a fraction or an exponent is for others to read.
  if (end === first || end - first > 15 || (bytes[first] === zero && end - first > 1)) return -1;
  return column.put(row, first === at ? number : -number) === null ? end : -1;
}
