import { dayInBytes, instantInBytes, parseDay } from '../../calendar/index.ts';
import { readCell } from '../cell.ts';
import type { Field } from '../field.ts';
import { noDay, unknownFlag } from '../table.ts';
import { type ColumnDraft, type Expected, inOrder, isUnknown, never, none, problemOf, roomFor } from './draft.ts';

export function dayDraft(field: Field, expected: Expected): ColumnDraft {
  let values = new Int32Array(0);
  const make = (size: number): Int32Array<ArrayBuffer> => new Int32Array(size);
  return {
    put(at, value) {
      values = roomFor(values, at, expected, make);
      if (isUnknown(value)) {
        values[at] = noDay;
        return field.nullable ? null : 'missing';
      }
      const day = typeof value === 'string' ? parseDay(value) : null;
      if (day === null) return 'not-a-day';
      values[at] = day;
      return null;
    },
    putBytes(at, bytes, from, to) {
      const day = dayInBytes(bytes, from, to);
      if (day === null) return false;
      values = roomFor(values, at, expected, make);
      values[at] = day;
      return true;
    },
    finish: (finishing) => ({ type: 'day', values: inOrder(values, finishing, make) }),
    words: () => none,
  };
}

/** Instants and integers, both as doubles: every one of them is exact. */
export function numberDraft(field: Field, type: 'instant' | 'integer', expected: Expected): ColumnDraft {
  let values = new Float64Array(0);
  const make = (size: number): Float64Array<ArrayBuffer> => new Float64Array(size);
  return {
    put(at, value) {
      values = roomFor(values, at, expected, make);
      if (isUnknown(value)) {
        values[at] = Number.NaN;
        return field.nullable ? null : 'missing';
      }
      const result = readCell(field, value);
      values[at] = result.ok && typeof result.cell === 'number' ? result.cell : Number.NaN;
      return problemOf(result);
    },
    putBytes(at, bytes, from, to) {
      const instant = type === 'instant' ? instantInBytes(bytes, from, to) : null;
      if (instant === null) return false;
      values = roomFor(values, at, expected, make);
      values[at] = instant;
      return true;
    },
    finish: (finishing) => ({ type, values: inOrder(values, finishing, make) }),
    words: () => none,
  };
}

export function flagDraft(field: Field, expected: Expected): ColumnDraft {
  let values = new Uint8Array(0);
  const make = (size: number): Uint8Array<ArrayBuffer> => new Uint8Array(size);
  return {
    put(at, value) {
      values = roomFor(values, at, expected, make);
      if (typeof value === 'boolean') {
        values[at] = value ? 1 : 0;
        return null;
      }
      if (isUnknown(value)) {
        values[at] = unknownFlag;
        return field.nullable ? null : 'missing';
      }
      const result = readCell(field, value);
      values[at] = !result.ok || result.cell === null ? unknownFlag : result.cell === true ? 1 : 0;
      return problemOf(result);
    },
    putBytes: never,
    finish: (finishing) => ({ type: 'boolean', values: inOrder(values, finishing, make) }),
    words: () => none,
  };
}
