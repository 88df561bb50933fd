/** A size of code at error correction level M (ISO/IEC 18004, tables 1, 9 and E.1). */
export type Version = {
  readonly number: number;
  readonly size: number;
  /** Codewords in all, the blocks they are divided into, and how many of each block correct errors. */
  readonly total: number;
  readonly blocks: number;
  readonly correctionPerBlock: number;
  /** Where the centres of the small squares lie, in rows as in columns. */
  readonly centres: readonly number[];
};

// A sign-in key with a long login name has some 200 bytes; version 13 holds 331.
const table: readonly (readonly [total: number, blocks: number, perBlock: number, centres: readonly number[]])[] = [
  [26, 1, 10, []],
  [44, 1, 16, [6, 18]],
  [70, 1, 26, [6, 22]],
  [100, 2, 18, [6, 26]],
  [134, 2, 24, [6, 30]],
  [172, 4, 16, [6, 34]],
  [196, 4, 18, [6, 22, 38]],
  [242, 4, 22, [6, 24, 42]],
  [292, 5, 22, [6, 26, 46]],
  [346, 5, 26, [6, 28, 50]],
  [404, 5, 30, [6, 30, 54]],
  [466, 8, 22, [6, 32, 58]],
  [532, 9, 22, [6, 34, 62]],
];

export const versions: readonly Version[] = table.map(([total, blocks, correctionPerBlock, centres], at) => ({
  number: at + 1,
  size: 4 * at + 21,
  total,
  blocks,
  correctionPerBlock,
  centres,
}));
