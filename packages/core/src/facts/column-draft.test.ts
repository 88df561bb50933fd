import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../calendar/index.ts';
import { type Cell, readCell } from './cell.ts';
import { columnDraft } from './column-draft.ts';
import { day, type Field, flag, integer, moment, ref, text, word } from './field.ts';
import { type Column, noDay, noWord, unknownFlag } from './table.ts';

const fields: Field[] = [true, false].flatMap((nullable) => [
  day('日', 'day', { nullable }),
  moment('时', 'moment', { nullable }),
  integer('数', 'integer', { nullable }),
  flag('是否', 'flag', { nullable }),
  word('词', 'word', { one: { zh: '一', en: 'one' }, two: { zh: '二', en: 'two' } }, { nullable }),
  word('开放词', 'open word', {}, { nullable }),
  ref('引用', 'ref', 'unit', 'things', { nullable }),
  text('文字', 'text', { nullable }),
]);

const values = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    '',
    true,
    false,
    'true',
    'false',
    'one',
    'two',
    'three',
    0,
    -0,
    1,
    -1,
    1.5,
    2 ** 53,
    '12',
    '-3',
  ),
  fc.constantFrom(
    '2026-11-23',
    '2024-02-29',
    '2023-02-30',
    '1899-12-31',
    '2199-12-31',
    '2026-1-1',
    '2026/11/23',
    ' 2026-11-23',
  ),
  fc.constantFrom('2026-11-23T08:00:00+08:00', '2026-11-23T08:00:00', '2026-11-23T25:00:00Z', 'toString', '__proto__'),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.anything(),
);

/** The cell a finished column holds, in the terms of `readCell`. */
function cellOf(column: Column, words: readonly string[], ids: readonly string[]): Cell {
  const value = column.values[0] ?? null;
  if (column.type === 'text') return value;
  if (typeof value !== 'number') return null;
  if (column.type === 'boolean') return value === unknownFlag ? null : value === 1;
  if (column.type === 'word') return value === noWord ? null : (words[value] ?? null);
  if (column.type === 'ref') return ids[value] ?? null;
  return value === noDay || Number.isNaN(value) ? null : value;
}

describe('a column draft', () => {
  for (const field of fields) {
    it(`reads what readCell reads: ${field.label.en}, ${field.nullable ? 'nullable' : 'required'}`, () => {
      fc.assert(
        fc.property(values, values, (before, value) => {
          const column = columnDraft(field);
          column.put(0, before);
          const expected = readCell(field, value);
          expect(column.put(0, value)).toBe(expected.ok ? null : expected.problem);
          if (!expected.ok) return;
          const known = [...column.words()];
          const ids = typeof value === 'string' ? [value] : [];
          const finished = column.finish({
            count: 1,
            order: Int32Array.of(0),
            words: { words: known, codes: new Map(known.map((each, code) => [each, code])) },
            targets: { find: (id) => ids.indexOf(id), ranks: null },
            dangling: () => expect.unreachable(),
          });
          expect(cellOf(finished, known, ids)).toEqual(expected.cell);
        }),
        { numRuns: 400 },
      );
    });
  }

  it('keeps every cell while it grows', () => {
    const column = columnDraft(day('日', 'day'));
    const written = Array.from({ length: 5000 }, (_, row) => formatDay(row * 4));
    written.forEach((text, row) => column.put(row, text));
    const order = Int32Array.from({ length: 5000 }, (_, row) => row);
    const done = column.finish({
      count: 5000,
      order,
      words: { words: [], codes: new Map() },
      targets: undefined,
      dangling: () => {},
    });
    expect([...done.values]).toEqual(written.map((text) => parseDay(text)));
  });
});
