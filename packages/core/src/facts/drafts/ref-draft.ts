import type { ByteKeys } from '../byte-keys.ts';
import { isId, readCell } from '../cell.ts';
import type { Field } from '../field.ts';
import { noRow } from '../table.ts';
import { type ColumnDraft, type Expected, inOrder, isUnknown, none, problemOf, roomFor } from './draft.ts';

/** References are held as draft rows of what they point at; those to a fact that has not been read yet wait with its id. */
export function refDraft(field: Field, expected: Expected, known: ByteKeys | undefined): ColumnDraft {
  let values = new Int32Array(0);
  const make = (size: number): Int32Array<ArrayBuffer> => new Int32Array(size);
  const waiting = new Map<number, string>();
  const set = (at: number, row: number): void => {
    values = roomFor(values, at, expected, make);
    values[at] = row;
    // What a refused row left here.
    if (waiting.size > 0) waiting.delete(at);
  };
  return {
    put(at, value) {
      if (typeof value !== 'string' || !isId(value)) {
        set(at, noRow);
        return isUnknown(value) && field.nullable ? null : problemOf(readCell(field, value));
      }
      const row = known?.findText(value) ?? noRow;
      set(at, row);
      if (row === noRow) waiting.set(at, value);
      return null;
    },
    putBytes(at, bytes, from, to) {
      const row = known?.find(bytes, from, to) ?? noRow;
      if (row === noRow) return false;
      set(at, row);
      return true;
    },
    finish: (finishing) => {
      const { count, order, targets, dangling } = finishing;
      for (const [at, id] of waiting) {
        const row = targets?.find(id) ?? noRow;
        values[at] = row;
        if (row !== noRow) waiting.delete(at);
      }
      const ordered = inOrder(values, finishing, make);
      for (let row = 0; row < count; row++) {
        const target = ordered[row] ?? noRow;
        if (target === noRow) {
          const id = waiting.size > 0 ? waiting.get(order === null ? row : (order[row] ?? noRow)) : undefined;
          if (id !== undefined) dangling(row, id);
        } else if (targets?.ranks) ordered[row] = targets.ranks[target] ?? noRow;
      }
      return { type: 'ref', values: ordered };
    },
    words: () => none,
  };
}
