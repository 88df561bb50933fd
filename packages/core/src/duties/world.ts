import { type Column, noDay, noRow, noWord, type Register, tableOf, unknownFlag } from '../facts/index.ts';
import type { Value, World } from '../feel/index.ts';
import type { Question } from './question.ts';
import type { Relations } from './relations.ts';

/** What the explainer sees: cells as values, with everything that had not happened on the day asked about hidden. */
export function worldOf(register: Register, relations: Relations, question: Question, calendar: string): World {
  const working = question.calendars.get(calendar);
  if (!working) throw new Error(`there is no calendar ${calendar}`);
  const reader = once((kind, field) => readerIn(register, question, kind, field));
  const related = once((kind, field) => relativesIn(relations, question, kind, field));
  return {
    around: { calendar: working },
    reader,
    field: (kind, field, row) => reader(kind, field)(row),
    related: (kind, field, row) => related(kind, field)(row),
  };
}

/** Remembers what was made for a kind and a field. */
function once<T>(make: (kind: string, field: string) => T): (kind: string, field: string) => T {
  const kinds = new Map<string, Map<string, T>>();
  return (kind, field) => {
    let fields = kinds.get(kind);
    if (!fields) {
      fields = new Map();
      kinds.set(kind, fields);
    }
    let known = fields.get(field);
    if (known === undefined) {
      known = make(kind, field);
      fields.set(field, known);
    }
    return known;
  };
}

type Reader = (row: number) => Value;

function readerIn(register: Register, question: Question, kind: string, field: string): Reader {
  const table = tableOf(register, kind);
  const column = table.columns[field];
  const declared = table.kind.fields[field];
  const plain: Reader = (row) => cell(register, column, row);
  if (declared?.timing !== 'milestone') return plain;
  const limit = declared.type === 'instant' ? question.endOfDay : question.asOf;
  return (row) => {
    const value = plain(row);
    return value !== null && (value as number) > limit ? null : value;
  };
}

/** Members stand in the order of the days they happened: what lies beyond the day asked about is at the end. */
function relativesIn(
  relations: Relations,
  question: Question,
  kind: string,
  field: string,
): (row: number) => readonly number[] {
  const { offsets, members } = relations.of(kind, field);
  return (row) => {
    const rows: number[] = [];
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
      const member = members[at] ?? noRow;
      if (happened(relations.register, kind, member) > question.asOf) break;
      rows.push(member);
    }
    return rows;
  };
}

/** The day a fact came to be. */
export function happened(register: Register, kind: string, row: number): number {
  const table = tableOf(register, kind);
  const column = table.columns[table.kind.happened];
  return column?.type === 'day' ? (column.values[row] ?? noDay) : noDay;
}

export function cell(register: Register, column: Column | undefined, row: number): Value {
  if (!column) return null;
  const value = column.values[row];
  if (value === undefined || value === null) return null;
  switch (column.type) {
    case 'day':
      return value === noDay ? null : value;
    case 'instant':
    case 'integer':
      return Number.isNaN(value) ? null : value;
    case 'boolean':
      return value === unknownFlag ? null : value === 1;
    case 'word':
      return value === noWord ? null : (register.words.words[value as number] ?? null);
    case 'ref':
      return value === noRow ? null : value;
    case 'text':
      return value;
  }
}
