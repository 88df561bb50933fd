import { ByteKeys } from '../byte-keys.ts';
import { readCell } from '../cell.ts';
import type { Field } from '../field.ts';
import { noWord } from '../table.ts';
import { type ColumnDraft, type Expected, inOrder, isUnknown, roomFor } from './draft.ts';

/** Words by numbers of the column's own, which become those of the register at the end. */
export function wordDraft(field: Field, expected: Expected): ColumnDraft {
  let values = new Int32Array(0);
  const make = (size: number): Int32Array<ArrayBuffer> => new Int32Array(size);
  const codes = new Map<string, number>();
  // The same words by their bytes: word n is key n.
  const keys = new ByteKeys();
  return {
    put(at, value) {
      values = roomFor(values, at, expected, make);
      const known = typeof value === 'string' ? codes.get(value) : undefined;
      if (known !== undefined) {
        values[at] = known;
        return null;
      }
      if (isUnknown(value)) {
        values[at] = noWord;
        return field.nullable ? null : 'missing';
      }
      const result = readCell(field, value);
      if (!result.ok) return result.problem;
      const word = typeof result.cell === 'string' ? result.cell : null;
      if (word !== null) {
        codes.set(word, codes.size);
        keys.addText(word);
      }
      values[at] = word === null ? noWord : codes.size - 1;
      return null;
    },
    putBytes(at, bytes, from, to) {
      const known = keys.find(bytes, from, to);
      if (known < 0) return false;
      values = roomFor(values, at, expected, make);
      values[at] = known;
      return true;
    },
    finish: (finishing) => {
      const shared = Int32Array.from(codes.keys(), (word) => finishing.words.codes.get(word) ?? noWord);
      const ordered = inOrder(values, finishing, make);
      for (let row = 0; row < ordered.length; row++) ordered[row] = shared[ordered[row] ?? noWord] ?? noWord;
      return { type: 'word', values: ordered };
    },
    words: () => codes.keys(),
  };
}
