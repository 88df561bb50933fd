import { parseDay } from '../calendar/index.ts';
import { type CellProblem, type CellResult, isId, readCell } from './cell.ts';
import type { Field } from './field.ts';
import { type Column, noDay, noRow, noWord, unknownFlag, type Words } from './table.ts';

/** What the other columns of the register must be known for before a column is finished. */
type Finishing = {
  /** The draft row of each final row. */
  readonly order: Int32Array;
  readonly words: Words;
  /** Row numbers of the facts a reference may point at; asked for only when something points at one. */
  readonly targets: (() => ReadonlyMap<string, number>) | undefined;
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
  finish(finishing: Finishing): Column;
  /** Words met so far, for an open list. */
  words(): Iterable<string>;
};

const none: readonly string[] = [];
const firstSize = 256;

export function columnDraft(field: Field): ColumnDraft {
  switch (field.type) {
    case 'day':
      return dayDraft(field);
    case 'instant':
    case 'integer':
      return numberDraft(field, field.type);
    case 'boolean':
      return flagDraft(field);
    case 'word':
      return wordDraft(field);
    case 'ref':
      return refDraft(field);
    case 'text':
      return textDraft(field);
  }
}

const roomFor = <T extends Int32Array | Float64Array | Uint8Array>(
  values: T,
  at: number,
  make: (size: number) => T,
): T => {
  if (at < values.length) return values;
  const grown = make(Math.max(firstSize, at * 2));
  grown.set(values);
  return grown;
};

/** The cells in their final order. A plain loop: this is done once for each cell of the register. */
function inOrder<T extends Int32Array | Float64Array | Uint8Array>(values: T, order: Int32Array, into: T): T {
  for (let row = 0; row < order.length; row++) into[row] = values[order[row] ?? 0] ?? 0;
  return into;
}

const problemOf = (result: CellResult): CellProblem | null => (result.ok ? null : result.problem);

function dayDraft(field: Field): ColumnDraft {
  let values = new Int32Array(0);
  return {
    put(at, value) {
      values = roomFor(values, at, (size) => new Int32Array(size));
      if (value === null || value === undefined || value === '') {
        values[at] = noDay;
        return field.nullable ? null : 'missing';
      }
      const day = typeof value === 'string' ? parseDay(value) : null;
      if (day === null) return 'not-a-day';
      values[at] = day;
      return null;
    },
    finish: ({ order }) => ({ type: 'day', values: inOrder(values, order, new Int32Array(order.length)) }),
    words: () => none,
  };
}

function numberDraft(field: Field, type: 'instant' | 'integer'): ColumnDraft {
  let values = new Float64Array(0);
  return {
    put(at, value) {
      values = roomFor(values, at, (size) => new Float64Array(size));
      const result = readCell(field, value);
      values[at] = result.ok && typeof result.cell === 'number' ? result.cell : Number.NaN;
      return problemOf(result);
    },
    finish: ({ order }) => ({ type, values: inOrder(values, order, new Float64Array(order.length)) }),
    words: () => none,
  };
}

function flagDraft(field: Field): ColumnDraft {
  let values = new Uint8Array(0);
  return {
    put(at, value) {
      values = roomFor(values, at, (size) => new Uint8Array(size));
      if (typeof value === 'boolean') {
        values[at] = value ? 1 : 0;
        return null;
      }
      const result = readCell(field, value);
      values[at] = !result.ok || result.cell === null ? unknownFlag : result.cell === true ? 1 : 0;
      return problemOf(result);
    },
    finish: ({ order }) => ({ type: 'boolean', values: inOrder(values, order, new Uint8Array(order.length)) }),
    words: () => none,
  };
}

function wordDraft(field: Field): ColumnDraft {
  let values = new Int32Array(0);
  const codes = new Map<string, number>();
  return {
    put(at, value) {
      values = roomFor(values, at, (size) => new Int32Array(size));
      const known = typeof value === 'string' ? codes.get(value) : undefined;
      if (known !== undefined) {
        values[at] = known;
        return null;
      }
      const result = readCell(field, value);
      if (!result.ok) return result.problem;
      const word = typeof result.cell === 'string' ? result.cell : null;
      if (word !== null) codes.set(word, codes.size);
      values[at] = word === null ? noWord : codes.size - 1;
      return null;
    },
    finish: ({ order, words }) => {
      const shared = Int32Array.from(codes.keys(), (word) => words.codes.get(word) ?? noWord);
      return { type: 'word', values: order.map((from) => shared[values[from] ?? noWord] ?? noWord) };
    },
    words: () => codes.keys(),
  };
}

function refDraft(field: Field): ColumnDraft {
  const ids: (string | null)[] = [];
  return {
    put(at, value) {
      const known = typeof value === 'string' && isId(value);
      ids[at] = known ? value : null;
      return known ? null : problemOf(readCell(field, value));
    },
    finish: ({ order, targets, dangling }) => {
      const values = new Int32Array(order.length).fill(noRow);
      for (let row = 0; row < order.length; row++) {
        const id = ids[order[row] ?? -1] ?? null;
        if (id === null) continue;
        const target = targets?.().get(id);
        if (target === undefined) dangling(row, id);
        else values[row] = target;
      }
      return { type: 'ref', values };
    },
    words: () => none,
  };
}

function textDraft(field: Field): ColumnDraft {
  const texts: (string | null)[] = [];
  return {
    put(at, value) {
      const result = readCell(field, value);
      texts[at] = result.ok && typeof result.cell === 'string' ? result.cell : null;
      return problemOf(result);
    },
    finish: ({ order }) => {
      const values: (string | null)[] = [];
      for (let row = 0; row < order.length; row++) values.push(texts[order[row] ?? -1] ?? null);
      return { type: 'text', values };
    },
    words: () => none,
  };
}
