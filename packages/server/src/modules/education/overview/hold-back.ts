import { followingCell, type Hidden } from './following-cell.ts';

/** Fewer persons than this are not shown as a number (PEOPLE.md, no verdict by machine). */
const fewest = 5;

const isFew = (count: number): boolean => count > 0 && count < fewest;

/** A cell by its row and column: rows are units with their total last, the first column is the whole of the row. */
type Cell = readonly [row: number, column: number];
/** What adds up: the parts give the whole. */
type Sum = { readonly whole: Cell; readonly parts: readonly Cell[] };

/**
 * Numbers of people in a table that adds up in both ways, with those left out that stand for fewer than five, and as many more as are needed so
 * that none of them can be had by subtraction: not along a row, not down a column, and not because the ones left out together are few.
 */
export function heldBack(units: readonly (readonly number[])[]): {
  readonly units: (number | null)[][];
  readonly total: (number | null)[];
} {
  const columns = units[0]?.length ?? 0;
  const width = columns + 1;
  const rows = units.map((parts) => [add(parts), ...parts]);
  const total = Array.from({ length: width }, (_, column) => add(rows.map((row) => row[column] ?? 0)));
  const table = [...rows, total];
  const hidden = table.map((row) => row.map((count) => isFew(row[0] ?? 0) || isFew(count)));
  const at = ([row, column]: Cell): number => table[row]?.[column] ?? 0;
  const isHidden = ([row, column]: Cell): boolean => hidden[row]?.[column] === true;
  const hide = ([row, column]: Cell): void => {
    const own = hidden[row];
    if (own !== undefined) own[column] = true;
  };
  const sums = sumsOf(table.length, width);
  for (let again = true; again; ) {
    again = false;
    for (const sum of sums) {
      const next = nextToHide(sum, at, isHidden);
      if (next === null) continue;
      hide(next);
      again = true;
    }
    const next = again ? null : nextAgainst(table, hidden);
    if (next === null) continue;
    hide(next);
    again = true;
  }
  const shown = table.map((row, y) => row.map((count, x) => (isHidden([y, x]) ? null : count)));
  return { units: shown.slice(0, -1), total: shown.at(-1) ?? [] };
}

const add = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function sumsOf(height: number, width: number): Sum[] {
  const alongRows = Array.from({ length: height }, (_, row) => ({
    whole: [row, 0] as const,
    parts: Array.from({ length: width - 1 }, (_each, column) => [row, column + 1] as const),
  }));
  const downColumns = Array.from({ length: width }, (_, column) => ({
    whole: [height - 1, column] as const,
    parts: Array.from({ length: height - 1 }, (_each, row) => [row, column] as const),
  }));
  return [...alongRows, ...downColumns];
}

/** The smallest that has to go as well before a sum tells nothing; null where it tells nothing as it is. */
function nextToHide({ whole, parts }: Sum, at: (cell: Cell) => number, isHidden: (cell: Cell) => boolean): Cell | null {
  const gone = parts.filter(isHidden);
  const alone = gone.length + (isHidden(whole) ? 1 : 0) === 1;
  const few = gone.length > 0 && !isHidden(whole) && add(gone.map(at)) < fewest;
  if (!alone && !few) return null;
  const left = parts.filter((cell) => !isHidden(cell));
  const [next] = left.filter((cell) => at(cell) > 0).toSorted((one, other) => at(one) - at(other));
  if (next !== undefined) return next;
  // Nobody stands behind what is left: the whole is what was left out, under another name.
  return isHidden(whole) ? (left[0] ?? null) : whole;
}

/** Where a number still follows from several sums at once: the smallest beside it, which has to go as well. */
function nextAgainst(table: readonly (readonly number[])[], hidden: Hidden): Cell | null {
  const found = followingCell(hidden);
  if (found === null) return null;
  const [row, column] = found;
  const beside = table.flatMap((counts, y) =>
    counts.flatMap((count, x) => ((y === row) !== (x === column) && hidden[y]?.[x] !== true ? [{ y, x, count }] : [])),
  );
  const [next] = beside.toSorted(
    (one, other) => Number(one.count === 0) - Number(other.count === 0) || one.count - other.count,
  );
  return next === undefined ? null : [next.y, next.x];
}
