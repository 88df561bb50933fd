import type { Kind } from './kind.ts';

/** "Not known" in each kind of column. */
export const noDay = -2147483648;
export const noRow = -1;
export const noWord = -1;
export const unknownFlag = 2;

/** One field of all facts of a kind. References are row numbers of the other table, words are codes of one dictionary. */
export type Column =
  | { readonly type: 'day'; readonly values: Int32Array }
  | { readonly type: 'instant'; readonly values: Float64Array }
  | { readonly type: 'integer'; readonly values: Float64Array }
  | { readonly type: 'boolean'; readonly values: Uint8Array }
  | { readonly type: 'word'; readonly values: Int32Array }
  | { readonly type: 'ref'; readonly values: Int32Array }
  | { readonly type: 'text'; readonly values: readonly (string | null)[] };

/** All facts of one kind, sorted by id in code-point order. */
export type Table = {
  readonly kind: Kind;
  readonly count: number;
  /** Made from bytes when first asked for: evaluation needs none, and those of a large kind take much room. */
  readonly ids: readonly string[];
  /** Writes the bytes of a row's id, which are ASCII, into `into` from `at`; gives the place behind them. */
  readonly copyId: (row: number, into: Uint8Array, at: number) => number;
  /** The first row with an id, -1 for none. */
  readonly rowOf: (id: string) => number;
  readonly columns: Readonly<Record<string, Column>>;
};

/** Words of all fields share one dictionary, so that words of two fields can be compared by code. */
export type Words = { readonly codes: ReadonlyMap<string, number>; readonly words: readonly string[] };

/** The facts of one organisation in memory, as columns. Every kind has a table, if only an empty one. */
export type Register = { readonly tables: ReadonlyMap<string, Table>; readonly words: Words };

export function tableOf(register: Register, kind: string): Table {
  const table = register.tables.get(kind);
  if (!table) throw new Error(`the register has no table for ${kind}`);
  return table;
}
