import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv } from '../tabular/read-csv.ts';
import { createProblems } from './file-problem.ts';
import { csvCell, csvText } from './write-csv.ts';

it.each(['=cmd|" /C calc"!A0', '+1', '-1+2', '@SUM(A1)', '\tx', '\rx'])(
  'no text leaves that a spreadsheet would run: %j',
  (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
  },
);

it('numbers and flags stay what they are', () => {
  expect(csvText([['天数', -3, true, null, 'a,"b"']])).toBe('\ufeff天数,-3,true,,"a,""b"""\r\n');
});

it('what is written is read back by our reader, apostrophes before formulas aside', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'sallyport-csv-')), 'a.csv');
  const cell = fc.string({ unit: fc.constantFrom(...Array.from('a字,;"\n\r\t=+-@ ')) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
      writeFileSync(path, csvText([['x', 'y', 'z'], ...rows]));
      const read: unknown[] = [];
      await readCsv({ path, name: 'a.csv' }, createProblems(), ({ cells }) => read.push(cells));
      expect(read.slice(1)).toEqual(
        rows.map((row) => row.map((each) => (/^[=+\-@\t\r]/.test(each) ? `'${each}` : each))),
      );
    }),
  );
});
