import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceOfBytes } from './bytes.ts';
import { createProblems } from './file-problem.ts';
import { isFormulaLike } from './formula.ts';
import { readCsv } from './read-csv.ts';
import { csvCell, csvText } from './write-csv.ts';

it.each([
  '=cmd|" /C calc"!A0',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '﹦1',
  ' =1+1',
  '\u00a0=1+1',
  '\u3000＝1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\u0000=1+1',
  ' \t -1',
])('no text leaves that a spreadsheet would run: %j', (text) => {
  expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
});

it.each(['1+1', 'a=b', '张三-李四', ' 甲', '〔2026〕1号', '“=”', '/x', ''])('plain text stays plain: %j', (text) => {
  expect(csvCell(text)).toBe(text);
});

it('numbers and flags stay what they are', () => {
  expect(csvText([['天数', -3, true, null, 'a,"b"']])).toBe('\ufeff天数,-3,true,,"a,""b"""\r\n');
});

it('what is written is read back by our reader, apostrophes before formulas aside', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...Array.from('a字,;"\n\r\t=+-@＝＋－＠ \u3000')) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
      const source = sourceOfBytes('a.csv', Buffer.from(csvText([['x', 'y', 'z'], ...rows])));
      const read: unknown[] = [];
      await readCsv(source, createProblems(), ({ cells }) => read.push(cells));
      expect(read.slice(1)).toEqual(rows.map((row) => row.map((each) => (isFormulaLike(each) ? `'${each}` : each))));
    }),
  );
});
