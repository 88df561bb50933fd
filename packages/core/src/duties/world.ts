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
    reader: (kind, field) => readerIn(register, question, kind, field),
    relatives: (kind, field) => relativesIn(relations, question, kind, field),
  };
}

type Reader = (row: number) => Value;

function readerIn(register: Register, question: Question, kind: string, field: string): Reader {
  const table = tableOf(register, kind);
  const declared = table.kind.fields[field];
  if (declared?.timing !== 'milestone') return cellReader(register, table.columns[field]);
  return cellReader(register, table.columns[field], declared.type === 'instant' ? question.endOfDay : question.asOf);
}

const noRows: readonly number[] = [];

/** Members stand in the order of the days they happened: what lies beyond the day asked about is at the end. */
function relativesIn(
  relations: Relations,
  question: Question,
  kind: string,
  field: string,
): (row: number) => readonly number[] {
  const { offsets, members } = relations.of(kind, field);
  const day = happenedIn(relations.register, kind);
  return (row) => {
    const from = offsets[row] ?? 0;
    const to = offsets[row + 1] ?? 0;
    if (from === to) return noRows;
    const rows: number[] = [];
    for (let at = from; at < to; at++) {
      const member = members[at] ?? noRow;
      if (day(member) > question.asOf) break;
      rows.push(member);
    }
    return rows;
  };
}

/** The day each fact of a kind came to be. */
export function happenedIn(register: Register, kind: string): (row: number) => number {
  const table = tableOf(register, kind);
  const column = table.columns[table.kind.happened];
  if (column?.type !== 'day') return () => noDay;
  const { values } = column;
  return (row) => values[row] ?? noDay;
}

export const cell = (register: Register, column: Column | undefined, row: number): Value =>
  cellReader(register, column)(row);

/** Reads the cells of a column as values; a day or point in time after `limit` is not known. */
export function cellReader(register: Register, column: Column | undefined, limit = Number.POSITIVE_INFINITY): Reader {
  switch (column?.type) {
    case undefined:
      return () => null;
    case 'day': {
      const { values } = column;
      return (row) => {
        const day = values[row] ?? noDay;
        return day === noDay || day > limit ? null : day;
      };
    }
    case 'instant':
    case 'integer': {
      const { values } = column;
      return (row) => {
        const value = values[row] ?? Number.NaN;
        return Number.isNaN(value) || value > limit ? null : value;
      };
    }
    case 'boolean': {
      const { values } = column;
      return (row) => {
        const flag = values[row] ?? unknownFlag;
        return flag === unknownFlag ? null : flag === 1;
      };
    }
    case 'word': {
      const { values } = column;
      const { words } = register.words;
      return (row) => {
        const code = values[row] ?? noWord;
        return code === noWord ? null : (words[code] ?? null);
      };
    }
    case 'ref': {
      const { values } = column;
      return (row) => {
        const target = values[row] ?? noRow;
        return target === noRow ? null : target;
      };
    }
    case 'text': {
      const { values } = column;
      return (row) => values[row] ?? null;
    }
  }
}
