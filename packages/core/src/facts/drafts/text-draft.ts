import { ByteKeys } from '../byte-keys.ts';
import { readCell } from '../cell.ts';
import type { Field } from '../field.ts';
import { type ColumnDraft, isUnknown, none, problemOf } from './draft.ts';

/** Names and remarks are as many as the facts; what is the same in many rows is met early. */
const mostShared = 10_000;

/** Texts that stand in many rows are held once. */
export function textDraft(field: Field): ColumnDraft {
  const cells: (string | null)[] = [];
  const texts: string[] = [];
  const keys = new ByteKeys();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    put(at, value) {
      if (isUnknown(value)) {
        cells[at] = null;
        return field.nullable ? null : 'missing';
      }
      const result = readCell(field, value);
      cells[at] = result.ok && typeof result.cell === 'string' ? result.cell : null;
      return problemOf(result);
    },
    putBytes(at, bytes, from, to) {
      const known = keys.find(bytes, from, to);
      if (known >= 0) {
        cells[at] = texts[known] ?? null;
        return true;
      }
      const result = readCell(field, decoder.decode(bytes.subarray(from, to)));
      if (!result.ok || typeof result.cell !== 'string') return false;
      cells[at] = result.cell;
      if (texts.length < mostShared && to - from <= 64) {
        keys.add(bytes, from, to);
        texts.push(result.cell);
      }
      return true;
    },
    finish: ({ count, order }) => ({
      type: 'text',
      values: Array.from({ length: count }, (_, row) => cells[order === null ? row : (order[row] ?? -1)] ?? null),
    }),
    words: () => none,
  };
}
