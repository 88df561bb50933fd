import { dayInBytes, instantInBytes, parseDay } from '../calendar/index.ts';
import { ByteKeys } from './byte-keys.ts';
import { type CellProblem, type CellResult, isId, readCell } from './cell.ts';
import type { Field } from './field.ts';
import { type Column, noDay, noRow, noWord, unknownFlag, type Words } from './table.ts';

/** The facts a reference may point at. */
type Targets = {
  /** The draft row with an id, -1 for none. */
  readonly find: (id: string) => number;
  /** The final row of each draft row; null where they are the same. */
  readonly ranks: Int32Array | null;
};

/** What the other columns of the register must be known for before a column is finished. */
type Finishing = {
  readonly count: number;
  /** The draft row of each final row; null where they are the same. */
  readonly order: Int32Array | null;
  readonly words: Words;
  readonly targets: Targets | undefined;
  /** Told of a reference that points at nothing, by final row. */
  readonly dangling: (row: number, id: string) => void;
};

/**
 * A column while the register is being read. `put` writes cell `at` and may be called again for the same place: a row that is
 * refused is overwritten by the next one. Whatever `put` takes a short cut for, `readCell` would have read alike
 * (column-draft.test.ts); what it does not know at a glance it leaves to `readCell`.
 */
export type ColumnDraft = {
  put(at: number, value: unknown): CellProblem | null;
  /** Puts the text that these bytes of UTF-8 write; false where that is left to `put`. */
  putBytes(at: number, bytes: Uint8Array, from: number, to: number): boolean;
  finish(finishing: Finishing): Column;
  /** Words met so far, for an open list. */
  words(): Iterable<string>;
};

/** How many rows a kind is expected to have, so that columns need not grow by copying. */
export type Expected = { rows: number };

const none: readonly string[] = [];
const firstSize = 256;

/** `targets` are the ids of the kind a reference points at, as far as they have been read. */
export function columnDraft(field: Field, expected: Expected = { rows: 0 }, targets?: ByteKeys): ColumnDraft {
  switch (field.type) {
    case 'day':
      return dayDraft(field, expected);
    case 'instant':
    case 'integer':
      return numberDraft(field, field.type, expected);
    case 'boolean':
      return flagDraft(field, expected);
    case 'word':
      return wordDraft(field, expected);
    case 'ref':
      return refDraft(field, expected, targets);
    case 'text':
      return textDraft(field);
  }
}

type Values = Int32Array | Float64Array | Uint8Array;

/** Room for cell `at`: at first as much as is expected, then half as much again. */
function roomFor<T extends Values>(values: T, at: number, expected: Expected, make: (size: number) => T): T {
  if (at < values.length) return values;
  const grown = make(Math.max(firstSize, expected.rows, Math.ceil(at * 1.5)));
  grown.set(values);
  return grown;
}

/** The cells in their final order, in an array of little more than their number. */
function inOrder<T extends Values>(values: T, { count, order }: Finishing, make: (size: number) => T): T {
  if (order === null && values.length >= count && values.length <= count * 1.2) return values.subarray(0, count) as T;
  const into = make(count);
  // A plain loop: this is done once for each cell of the register.
  for (let row = 0; row < count; row++) into[row] = values[order === null ? row : (order[row] ?? 0)] ?? 0;
  return into;
}

const isUnknown = (value: unknown): boolean => value === null || value === undefined || value === '';

const problemOf = (result: CellResult): CellProblem | null => (result.ok ? null : result.problem);

const never = (): boolean => false;

function dayDraft(field: Field, expected: Expected): ColumnDraft {
  let values = new Int32Array(0);
  const make = (size: number): Int32Array<ArrayBuffer> => new Int32Array(size);
  return {
    put(at, value) {
      values = roomFor(values, at, expected, make);
      if (isUnknown(value)) {
        values[at] = noDay;
        return field.nullable ? null : 'missing';
      }
      const day = typeof value === 'string' ? parseDay(value) : null;
      if (day === null) return 'not-a-day';
      values[at] = day;
      return null;
    },
    putBytes(at, bytes, from, to) {
      const day = dayInBytes(bytes, from, to);
      if (day === null) return false;
      values = roomFor(values, at, expected, make);
      values[at] = day;
      return true;
    },
    finish: (finishing) => ({ type: 'day', values: inOrder(values, finishing, make) }),
    words: () => none,
  };
}

function numberDraft(field: Field, type: 'instant' | 'integer', expected: Expected): ColumnDraft {
  let values = new Float64Array(0);
  const make = (size: number): Float64Array<ArrayBuffer> => new Float64Array(size);
  return {
    put(at, value) {
      values = roomFor(values, at, expected, make);
      if (isUnknown(value)) {
        values[at] = Number.NaN;
        return field.nullable ? null : 'missing';
      }
      const result = readCell(field, value);
      values[at] = result.ok && typeof result.cell === 'number' ? result.cell : Number.NaN;
      return problemOf(result);
    },
    putBytes(at, bytes, from, to) {
      const instant = type === 'instant' ? instantInBytes(bytes, from, to) : null;
      if (instant === null) return false;
      values = roomFor(values, at, expected, make);
      values[at] = instant;
      return true;
    },
    finish: (finishing) => ({ type, values: inOrder(values, finishing, make) }),
    words: () => none,
  };
}

function flagDraft(field: Field, expected: Expected): ColumnDraft {
  let values = new Uint8Array(0);
  const make = (size: number): Uint8Array<ArrayBuffer> => new Uint8Array(size);
  return {
    put(at, value) {
      values = roomFor(values, at, expected, make);
      if (typeof value === 'boolean') {
        values[at] = value ? 1 : 0;
        return null;
      }
      if (isUnknown(value)) {
        values[at] = unknownFlag;
        return field.nullable ? null : 'missing';
      }
      const result = readCell(field, value);
      values[at] = !result.ok || result.cell === null ? unknownFlag : result.cell === true ? 1 : 0;
      return problemOf(result);
    },
    putBytes: never,
    finish: (finishing) => ({ type: 'boolean', values: inOrder(values, finishing, make) }),
    words: () => none,
  };
}

function wordDraft(field: Field, expected: Expected): ColumnDraft {
  let values = new Int32Array(0);
  const make = (size: number): Int32Array<ArrayBuffer> => new Int32Array(size);
  const codes = new Map<string, number>();
  // The same words by their bytes: word n is key n.
  const keys = new ByteKeys();
  return {
    put(at, value) {
      values = roomFor(values, at, expected, make);
      const known = typeof value === 'string' ? codes.get(value) : undefined;
      if (known !== undefined) {
        values[at] = known;
        return null;
      }
      if (isUnknown(value)) {
        values[at] = noWord;
        return field.nullable ? null : 'missing';
      }
      const result = readCell(field, value);
      if (!result.ok) return result.problem;
      const word = typeof result.cell === 'string' ? result.cell : null;
      if (word !== null) {
        codes.set(word, codes.size);
        keys.addText(word);
      }
      values[at] = word === null ? noWord : codes.size - 1;
      return null;
    },
    putBytes(at, bytes, from, to) {
      const known = keys.find(bytes, from, to);
      if (known < 0) return false;
      values = roomFor(values, at, expected, make);
      values[at] = known;
      return true;
    },
    finish: (finishing) => {
      const shared = Int32Array.from(codes.keys(), (word) => finishing.words.codes.get(word) ?? noWord);
      const ordered = inOrder(values, finishing, make);
      for (let row = 0; row < ordered.length; row++) ordered[row] = shared[ordered[row] ?? noWord] ?? noWord;
      return { type: 'word', values: ordered };
    },
    words: () => codes.keys(),
  };
}

/** References are held as draft rows of what they point at; those to a fact that has not been read yet wait with its id. */
function refDraft(field: Field, expected: Expected, known: ByteKeys | undefined): ColumnDraft {
  let values = new Int32Array(0);
  const make = (size: number): Int32Array<ArrayBuffer> => new Int32Array(size);
  const waiting = new Map<number, string>();
  const set = (at: number, row: number): void => {
    values = roomFor(values, at, expected, make);
    values[at] = row;
    // What a refused row left here.
    if (waiting.size > 0) waiting.delete(at);
  };
  return {
    put(at, value) {
      if (typeof value !== 'string' || !isId(value)) {
        set(at, noRow);
        return isUnknown(value) && field.nullable ? null : problemOf(readCell(field, value));
      }
      const row = known?.findText(value) ?? noRow;
      set(at, row);
      if (row === noRow) waiting.set(at, value);
      return null;
    },
    putBytes(at, bytes, from, to) {
      const row = known?.find(bytes, from, to) ?? noRow;
      if (row === noRow) return false;
      set(at, row);
      return true;
    },
    finish: (finishing) => {
      const { count, order, targets, dangling } = finishing;
      for (const [at, id] of waiting) {
        const row = targets?.find(id) ?? noRow;
        values[at] = row;
        if (row !== noRow) waiting.delete(at);
      }
      const ordered = inOrder(values, finishing, make);
      for (let row = 0; row < count; row++) {
        const target = ordered[row] ?? noRow;
        if (target === noRow) {
          const id = waiting.size > 0 ? waiting.get(order === null ? row : (order[row] ?? noRow)) : undefined;
          if (id !== undefined) dangling(row, id);
        } else if (targets?.ranks) ordered[row] = targets.ranks[target] ?? noRow;
      }
      return { type: 'ref', values: ordered };
    },
    words: () => none,
  };
}

/** Names and remarks are as many as the facts; what is the same in many rows is met early. */
const mostShared = 10_000;

/** Texts that stand in many rows are held once. */
function textDraft(field: Field): ColumnDraft {
  const cells: (string | null)[] = [];
  const texts: string[] = [];
  const keys = new ByteKeys();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    put(at, value) {
      if (isUnknown(value)) {
        cells[at] = null;
        return field.nullable ? null : 'missing';
      }
      const result = readCell(field, value);
      cells[at] = result.ok && typeof result.cell === 'string' ? result.cell : null;
      return problemOf(result);
    },
    putBytes(at, bytes, from, to) {
      const known = keys.find(bytes, from, to);
      if (known >= 0) {
        cells[at] = texts[known] ?? null;
        return true;
      }
      const result = readCell(field, decoder.decode(bytes.subarray(from, to)));
      if (!result.ok || typeof result.cell !== 'string') return false;
      cells[at] = result.cell;
      if (texts.length < mostShared && to - from <= 64) {
        keys.add(bytes, from, to);
        texts.push(result.cell);
      }
      return true;
    },
    finish: ({ count, order }) => ({
      type: 'text',
      values: Array.from({ length: count }, (_, row) => cells[order === null ? row : (order[row] ?? -1)] ?? null),
    }),
    words: () => none,
  };
}
