/** A cell as its file holds it: always text in CSV, a value in XLSX. */
export type RawCell = string | number | boolean | Date | null;

/** A row with its number in the file, from 1. */
export type RawRow = { readonly row: number; readonly cells: readonly RawCell[] };

export const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A cell as text, for headings, ids and messages. */
export function textOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
