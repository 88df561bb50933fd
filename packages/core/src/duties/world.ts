import { type Column, noDay, noRow, noWord, type Register, tableOf, unknownFlag } from '../facts/index.ts';
import type { Value, World } from '../feel/index.ts';
import type { Question } from './question.ts';
import type { Relations } from './relations.ts';

/** What the explainer sees: cells as values, with everything that had not happened on the day asked about hidden. */
export function worldOf(register: Register, relations: Relations, question: Question, calendar: string): World {
  const working = question.calendars.get(calendar);
  if (!working) throw new Error(`there is no calendar ${calendar}`);
  return {
    around: { calendar: working },
    field: (kind, field, row) =>
      hide(register, question, kind, field, cell(register, tableOf(register, kind).columns[field], row)),
    related: (kind, field, row) => {
      const { offsets, members } = relations.of(kind, field);
      const rows: number[] = [];
      for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
        const member = members[at] ?? noRow;
        if (happened(register, kind, member) <= question.asOf) rows.push(member);
      }
      return rows;
    },
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

function hide(register: Register, question: Question, kind: string, field: string, value: Value): Value {
  const declared = tableOf(register, kind).kind.fields[field];
  if (value === null || declared?.timing !== 'milestone') return value;
  return (value as number) > (declared.type === 'instant' ? question.endOfDay : question.asOf) ? null : value;
}
