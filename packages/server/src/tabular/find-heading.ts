import { type Kind, vocabulary } from '@sallyport/core/facts';
import { headingOf } from './headings.ts';
import { isBlank, type RawRow, textOf } from './raw-row.ts';

/** Lists begin with a title or an empty line often enough; further down than this there are no headings. */
export const searchedRows = 10;

const filled = (row: RawRow): string[] => row.cells.filter((cell) => !isBlank(cell)).map(textOf);

const known = (kind: Kind, row: RawRow): number =>
  new Set(
    filled(row)
      .map((text) => headingOf(kind, text))
      .flatMap((heading) => (heading.is === 'field' ? [heading.field] : [])),
  ).size;

/** The place of the heading row among the first rows: the first of which at least half the cells are headings of the kind. */
export function findHeading(kind: Kind, rows: readonly RawRow[]): number {
  return rows.slice(0, searchedRows).findIndex((row) => {
    const count = known(kind, row);
    return count > 0 && count * 2 >= filled(row).length;
  });
}

const alwaysGuessed = new Set(['organisation', 'id']);

/** The one kind whose headings these are: every cell is known and nothing required is missing; null when none or several fit. */
export function kindByHeadings(rows: readonly RawRow[]): Kind | null {
  const fitting = [...vocabulary.kinds.values()].filter((kind) => {
    const row = rows[findHeading(kind, rows)];
    if (row === undefined) return false;
    const headings = filled(row).map((text) => headingOf(kind, text));
    if (headings.some(({ is }) => is === 'unknown' || is === 'not-held')) return false;
    const fields = new Set(headings.flatMap((heading) => (heading.is === 'field' ? [heading.field] : [])));
    return Object.entries(kind.fields).every(
      ([name, { nullable }]) => nullable || fields.has(name) || alwaysGuessed.has(name),
    );
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
