import { parseDay, parseInstant } from '@sallyport/core/calendar';
import type { Cell, Kind } from '@sallyport/core/facts';
import { type Fields, shownFields } from './fact-columns.ts';
import { type FieldProblem, readFields } from './read-fields.ts';

type Compared =
  | { readonly ok: true; readonly from: Fields; readonly to: Fields }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What the given fields would make other than it is; of a fact that is not there, all that it would say. */
export function comparedWith(kind: Kind, given: Fields, before: Fields | null): Compared {
  const read = readFields(kind, given, before === null ? new Map() : cellsOf(kind, before));
  if (!read.ok) return read;
  if (read.cells.get(kind.happened) === null)
    return { ok: false, problems: [{ field: kind.happened, problem: 'missing' }] };
  const after = shownFields(kind, read.cells);
  const names = Object.keys(kind.fields).filter((name) => (after[name] ?? null) !== (before?.[name] ?? null));
  const only = (fields: Fields): Fields => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { ok: true, from: before === null ? {} : only(before), to: only(after) };
}

export const cellsOf = (kind: Kind, fields: Fields): ReadonlyMap<string, Cell> =>
  new Map(Object.keys(kind.fields).map((name) => [name, cellOf(kind, name, fields[name])] as const));

function cellOf(kind: Kind, name: string, value: string | number | boolean | null | undefined): Cell {
  const type = kind.fields[name]?.type;
  if (typeof value !== 'string') return value ?? null;
  return type === 'day' ? parseDay(value) : type === 'instant' ? parseInstant(value) : value;
}
