import { formatDay, formatInstant } from '@sallyport/core/calendar';
import type { Cell, Field, Kind } from '@sallyport/core/facts';
import { columnName } from '@sallyport/core/feel';

/** What a fact looks like to people and in fact_version: days and instants as ISO text. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

function shown(field: Field, cell: Cell): string | number | boolean | null {
  if (cell === null || typeof cell !== 'number') return cell;
  return field.type === 'day' ? formatDay(cell) : field.type === 'instant' ? formatInstant(cell) : cell;
}

export const shownFields = (kind: Kind, cells: ReadonlyMap<string, Cell>): Fields =>
  Object.fromEntries(
    Object.entries(kind.fields).map(([name, field]) => [name, shown(field, cells.get(name) ?? null)] as const),
  );

/** What the database takes: days as text, instants as microseconds. */
const stored = (field: Field, cell: Cell): Cell =>
  field.type === 'day' && typeof cell === 'number' ? formatDay(cell) : cell;

export const storedValues = (kind: Kind, cells: ReadonlyMap<string, Cell>): Cell[] =>
  Object.entries(kind.fields).map(([name, field]) => stored(field, cells.get(name) ?? null));

export const columnsOf = (kind: Kind): string[] => Object.keys(kind.fields).map(columnName);

/** A row as `SELECT` gives it, under the columns' own names, back to fields. */
export function fieldsOfRow(kind: Kind, row: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(
    Object.entries(kind.fields).map(([name, field]) => {
      const value = row[columnName(name).replaceAll('"', '')] as string | number | boolean | null;
      return [name, field.type === 'instant' && typeof value === 'number' ? formatInstant(value) : value] as const;
    }),
  );
}
