import type { CellProblem, CellResult } from '../cell.ts';
import type { Column, Words } from '../table.ts';

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

/** A column that has no words. */
export const none: readonly string[] = [];

const firstSize = 256;

type Values = Int32Array | Float64Array | Uint8Array;

/** Room for cell `at`: at first as much as is expected, then half as much again. */
export function roomFor<T extends Values>(values: T, at: number, expected: Expected, make: (size: number) => T): T {
  if (at < values.length) return values;
  const grown = make(Math.max(firstSize, expected.rows, Math.ceil(at * 1.5)));
  grown.set(values);
  return grown;
}

/** The cells in their final order, in an array of little more than their number. */
export function inOrder<T extends Values>(values: T, { count, order }: Finishing, make: (size: number) => T): T {
  if (order === null && values.length >= count && values.length <= count * 1.2) return values.subarray(0, count) as T;
  const into = make(count);
  // A plain loop: this is done once for each cell of the register.
  for (let row = 0; row < count; row++) into[row] = values[order === null ? row : (order[row] ?? 0)] ?? 0;
  return into;
}

export const isUnknown = (value: unknown): boolean => value === null || value === undefined || value === '';

export const problemOf = (result: CellResult): CellProblem | null => (result.ok ? null : result.problem);

export const never = (): boolean => false;
