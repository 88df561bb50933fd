/** Which cells of a table are left out, by row and column. */
export type Hidden = readonly (readonly boolean[])[];

/**
 * A cell that is left out and follows all the same from the sums of rows and columns taken together. Each is in one sum along its row and one
 * down its column: as a graph of rows and columns with the cells left out as its edges, what is in no circle is the difference of what is
 * shown. Null where none follows.
 */
export function followingCell(hidden: Hidden): readonly [row: number, column: number] | null {
  for (const [row, cells] of hidden.entries())
    for (const [column, gone] of cells.entries()) if (gone && !isInCircle(hidden, row, column)) return [row, column];
  return null;
}

/** Whether the row still leads to the column by other cells that are left out. */
function isInCircle(hidden: Hidden, row: number, column: number): boolean {
  const rows = new Set([row]);
  const columns = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [y, cells] of hidden.entries())
      for (const [x, gone] of cells.entries()) {
        if (!gone || (y === row && x === column) || rows.has(y) === columns.has(x)) continue;
        rows.add(y);
        columns.add(x);
        grown = true;
      }
  }
  return columns.has(column);
}
